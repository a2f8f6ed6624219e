"""The words in Spanish, which speaks to readers as `usted`."""

from __future__ import annotations

from quizgen.wording.words import Wording

ES = Wording(
    code="es",
    true="Verdadero",
    false="Falso",
    and_="y",
    choose_one="Elija una.",
    choose_all="Elija todas las que correspondan.",
    write_words="Escriba una palabra o frase.",
    give_term="¿Qué término tiene esta definición?",
    give_definition="¿Qué significa este término?",
    write_number="Escriba la cifra.",
    fill_blanks="Complete los espacios.",
    fill_blank="Complete el espacio.",
    blank_number="Espacio {number}",
    match_pairs="Relacione cada elemento con su pareja.",
    sort_entries="Ponga cada elemento bajo su título.",
    put_in_order="Numérelos: el 1 es el primero.",
    move_into_order="Ponga estos elementos en orden: el 1 va primero.",
    argue="Responda en algunos párrafos.",
    answer="Respuesta",
    answers="Respuestas",
    also_right="También vale",
    rationale="Por qué",
    correction="Corrección",
    model_answer="Respuesta modelo",
    rubric="Criterios",
    why="Por qué",
    hint="Pista",
    matches_nothing="no tiene pareja",
    tolerance="con un margen de {tolerance}",
    right_order="Orden correcto",
    evidence="Fundamento",
    source="Fuente",
    quotation="«{text}»",
    quoted_from="{authors}, «{title}», párrafo {number}",
    restated_from="Adaptado del párrafo {number} de {authors}, «{title}»",
    full_passage="El pasaje completo",
    brief="Informe",
    kind="Clase",
    type="Tipo",
    difficulty="Dificultad",
    thinking="Proceso",
    kinds={"fact": "hecho", "definition": "definición", "argument": "argumento"},
    difficulties={"easy": "fácil", "medium": "media", "hard": "difícil"},
    name="Nombre",
    date="Fecha",
    section="Grupo",
    form="Forma",
    forms="Formas {first} a {last}",
    point="{points} pto.",
    points="{points} ptos.",
    total_points="Total: {points} puntos",
    total_point="Total: {points} punto",
    minutes="Tiempo: {minutes} minutos",
    page_of="Página {page} de {pages}",
    key="Clave",
    key_note="Para quien enseña. No se reparte.",
    unless_in_brackets="{points} cada una, salvo que un paréntesis diga otra cosa",
    scoring="Puntaje",
    score_each="{points} por cada acierto.",
    score_options="{points} por cada opción correcta; cada marca equivocada resta lo mismo, hasta 0.",
    score_all="Todo o nada.",
    continued="(continuación)",
    how_to_mark="Marque sus respuestas con claridad. Para cambiar una, táchela y marque la otra.",
    question_of="Pregunta {number} de {count}",
    check="Comprobar",
    next_question="Pregunta siguiente",
    right="Correcto",
    wrong="No es correcto",
    partly_right="En parte correcto",
    right_answer_is="La respuesta es",
    your_answer="Su respuesta",
    score_of="{points} de {total} puntos",
    result="Resultado",
    score_of_one="{points} de {total} punto",
    answered_of="{number} de {count} respondidas",
    start_again="Empezar de nuevo",
    only_missed="Solo lo que fallé",
    nothing_missed="No falló ninguna.",
    show_passage="Leer el pasaje",
    paragraph="Párrafo {number}",
    passages="Los pasajes en que se fundan las respuestas",
    new_tab="se abre en otra pestaña",
    show_model_answer="Ver la respuesta modelo",
    mark_yourself="Califíquese: marque lo que su respuesta contiene.",
    answer_first="Responda primero.",
    almost="Casi: revise la ortografía",
    one_more_try="Tiene un intento más.",
    print_worksheet="Imprimir una hoja de ejercicios",
    with_answers="con las respuestas",
    figure_first="Escriba una cifra, como 12,5.",
    no_script=(
        "Esta autoevaluación comprueba las respuestas con un script, y aquí los scripts están desactivados. "
        "Puede leer las preguntas y abrir la respuesta debajo de cada una."
    ),
    self_test="Autoevaluación",
    self_test_note="Una autoevaluación, no un examen: las respuestas están en este archivo.",
    for_this_class="Contiene pasajes con las palabras de sus autores, solo para esta clase: no la comparta.",
    questions="{count} preguntas",
    question_one="{count} pregunta",
    all_quizzes="Todas las autoevaluaciones",
    several_briefs="Sobre varios informes",
    choose="Elija …",
    move_up="Subir",
    move_down="Bajar",
    deck_of_course=(
        "Preguntas sobre los informes del curso, cada una con el pasaje en que se apoya. Para actualizar el mazo, "
        "importe encima un archivo más nuevo: su progreso se conserva."
    ),
    changes="Cambios",
    release_of="Lo que trae la versión del {date}. Cada pregunta se llama como dice el campo «ID» de su tarjeta.",
    restyled="Las tarjetas tienen otro aspecto.",
    new_items="Nuevas: {count}",
    new_items_note="Llegan como tarjetas nuevas.",
    changed_items="Cambiadas: {count}",
    changed_items_note=(
        "Se reemplaza su texto, y con él sus etiquetas y lo que usted les haya cambiado. Su progreso se conserva."
    ),
    retired_items="Retiradas: {count}",
    retired_items_note=(
        "Ya no están en el mazo. En su colección siguen hasta que las suspenda o las borre: "
        "busque `ID:` y el nombre en el explorador."
    ),
    how_to_import="Cómo importarla",
    import_keep="No borre el mazo anterior: en él está su progreso. Importe el archivo nuevo encima.",
    import_choose=(
        "Elija «Si es más nueva» en «Actualizar notas» y en «Actualizar tipos de nota», y deje desactivados "
        "«Combinar tipos de nota» e «Importar cualquier progreso de aprendizaje». Una tarjeta que usted haya cambiado "
        "o etiquetado después de la versión se queda como la tiene."
    ),
    import_older=(
        "En Anki anterior a {anki}, y en AnkiDroid anterior a {ankidroid}, elija en cambio «Siempre» en «Actualizar "
        "notas»: con «Si es más nueva» pueden pasar por alto un cambio en una tarjeta que otra versión ya había "
        "cambiado. «Siempre» reemplaza las etiquetas y los cambios propios en todas las tarjetas del mazo; su progreso "
        "se conserva."
    ),
)
