"""The words in Spanish, which speaks to readers as `usted`."""

from __future__ import annotations

from quizgen.wording.words import Wording

ES = Wording(
    code="es",
    true="Verdadero",
    false="Falso",
    and_="y",
    thousands=".",
    decimals=",",
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
    read_again="Vuelva a leer: {source}.",
    full_passage="El pasaje completo",
    brief="Informe",
    kind="Clase",
    type="Tipo",
    difficulty="Dificultad",
    thinking="Proceso",
    kinds={"fact": "hecho", "definition": "definición", "argument": "argumento"},
    difficulties={"easy": "fácil", "medium": "media", "hard": "difícil"},
    name="Nombre",
    student_id="Identificación",
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
    copies="{count} copias",
    left_blank="Esta página se deja en blanco.",
    continued="(continuación)",
    how_to_mark="Rellene el círculo o el cuadrado que precede a su respuesta.",
    how_to_correct="Para anular una respuesta, táchela; después rellene otra.",
    mark_on_sheet="Las respuestas que llevan delante un círculo o un cuadrado se marcan en la hoja de respuestas.",
    write_here="Las demás se escriben aquí.",
    answer_sheet="Hoja de respuestas",
    id_number="N.º de alumno",
    id_how="escríbalo y rellénelo",
    sheet_fill="Rellene todo el círculo:",
    sheet_not="Así no:",
    sheet_change=(
        "Use lápiz oscuro o bolígrafo. Para cambiar una respuesta, bórrela por completo; con bolígrafo, ponga una X "
        "grande sobre el círculo equivocado y rellene el correcto."
    ),
    sheet_several="Donde hay cuadrados en vez de círculos, puede haber más de una respuesta correcta.",
    sheet_written="Se responden en la prueba misma: {numbers}",
    sheet_keep_clean="Deje limpios los cuadros, los códigos y las esquinas.",
    cards="Tarjetas",
    card_fronts="Anversos, hoja {number} de {count}",
    card_backs="Reversos, hoja {number} de {count}",
    and_more="y {count} más",
    flip_long_edge="Imprima por ambas caras, con giro por el borde largo, a tamaño real",
    flip_short_edge="Imprima por ambas caras, con giro por el borde corto, a tamaño real",
    items="Preguntas",
    yes="sí",
    columns={
        "number": "N.º",
        "id": "ID",
        "stem": "Enunciado",
        "options": "Opciones",
        "key": "Clave",
        "also_right": "También vale",
        "whys": "Por qué, por opción",
        "rationale": "Justificación",
        "marking": "Puntaje y criterios",
        "points": "Puntos",
        "brief": "Informe",
        "passage": "Pasaje",
        "quote": "Cita",
        "passage_text": "El pasaje completo",
        "source": "Fuente",
        "verdict": "Dictamen",
        "comment": "Comentario",
        "kind": "Clase",
        "type": "Tipo",
        "difficulty": "Dificultad",
        "thinking": "Proceso",
        "tags": "Etiquetas",
        "bank": "Banco",
        "exam_only": "Solo para exámenes",
        "allow": "Se admite, y por qué",
    },
    verdicts=("conservar", "revisar", "descartar"),
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
    draw="sortear {count} de {total}",
    random_questions="Preguntas aleatorias que se agregan al cuestionario desde esta categoría: {count}.",
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
    start_here="Empieza aquí",
    start_unpack=(
        "Esta carpeta contiene las mismas preguntas de varias formas; usa la que prefieras. Si un enlace no se "
        "abre, descomprime antes todo el zip: «Extraer todo» en Windows, doble clic en un Mac, Archivos en un teléfono."
    ),
    start_self_tests=(
        "Se abre en cualquier navegador y no necesita internet. Te dice al momento qué es correcto y por qué. Nada "
        "sale de tu dispositivo."
    ),
    start_decks="Mazos para Anki",
    start_anki=(
        "Instala Anki, que es gratuito, desde apps.ankiweb.net y abre con él un mazo. El mazo de todo el curso "
        "contiene todos los demás: toma uno u otros, nada se repite."
    ),
    start_whole_course="Todo el curso",
    start_each="Uno por uno",
    start_papers="Cuestionarios en papel",
    start_pdf="Para imprimir o para leer con cualquier programa de PDF. Vienen sin respuestas.",
    start_cards=(
        "Imprime a tamaño real y por las dos caras, y corta por las marcas. Di tu respuesta antes de dar la vuelta "
        "a cada tarjeta."
    ),
)
