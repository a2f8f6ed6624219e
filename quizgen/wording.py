"""Every word that outputs say of themselves, in each language they can be in. What curators write is not here."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of one language; `{…}` marks what is filled in with `str.format`."""

    code: str
    true: str
    false: str
    and_: str
    # what to do with an item, by its shape
    choose_one: str
    choose_all: str
    write_words: str
    give_term: str
    give_definition: str
    write_number: str
    fill_blanks: str
    fill_blank: str
    blank_number: str
    match_pairs: str
    sort_entries: str
    put_in_order: str
    move_into_order: str
    argue: str
    # what is said of an answer
    answer: str
    answers: str
    also_right: str
    rationale: str
    correction: str
    model_answer: str
    rubric: str
    why: str
    hint: str
    matches_nothing: str
    tolerance: str
    right_order: str
    # where an item comes from
    evidence: str
    source: str
    quotation: str
    quoted_from: str
    restated_from: str
    full_passage: str
    brief: str
    kind: str
    type: str
    difficulty: str
    thinking: str
    kinds: dict[str, str]
    difficulties: dict[str, str]
    # paper
    name: str
    date: str
    section: str
    form: str
    point: str
    points: str
    total_points: str
    total_point: str
    minutes: str
    page_of: str
    key: str
    key_note: str
    continued: str
    how_to_mark: str
    # the page
    question_of: str
    check: str
    next_question: str
    right: str
    wrong: str
    partly_right: str
    right_answer_is: str
    your_answer: str
    score_of: str
    result: str
    score_of_one: str
    answered_of: str
    start_again: str
    only_missed: str
    nothing_missed: str
    show_passage: str
    new_tab: str
    show_model_answer: str
    mark_yourself: str
    answer_first: str
    figure_first: str
    no_script: str
    self_test: str
    self_test_note: str
    questions: str
    question_one: str
    all_quizzes: str
    several_briefs: str
    choose: str
    move_up: str
    move_down: str
    # what a release of decks did
    changes: str
    release_of: str
    restyled: str
    new_items: str
    new_items_note: str
    changed_items: str
    changed_items_note: str
    retired_items: str
    retired_items_note: str
    how_to_import: str
    import_keep: str
    import_choose: str
    import_older: str


EN = Wording(
    code="en",
    true="True",
    false="False",
    and_="and",
    choose_one="Choose one.",
    choose_all="Choose all that apply.",
    write_words="Write a word or phrase.",
    give_term="Which term has this definition?",
    give_definition="What does this term mean?",
    write_number="Write the figure.",
    fill_blanks="Fill in the blanks.",
    fill_blank="Fill in the blank.",
    blank_number="Blank {number}",
    match_pairs="Match each entry with its partner.",
    sort_entries="Put each entry under its heading.",
    put_in_order="Number them: 1 comes first.",
    move_into_order="Put these in order: 1 comes first.",
    argue="Answer in a few paragraphs.",
    answer="Answer",
    answers="Answers",
    also_right="Also right",
    rationale="Why",
    correction="Correction",
    model_answer="Model answer",
    rubric="Rubric",
    why="Why",
    hint="Hint",
    matches_nothing="matches nothing",
    tolerance="within {tolerance}",
    right_order="Right order",
    evidence="Evidence",
    source="Source",
    quotation="“{text}”",
    quoted_from="{authors}, “{title}”, paragraph {number}",
    restated_from="Restated from paragraph {number} of {authors}, “{title}”",
    full_passage="The whole passage",
    brief="Brief",
    kind="Kind",
    type="Type",
    difficulty="Difficulty",
    thinking="Thinking",
    kinds={"fact": "fact", "definition": "definition", "argument": "argument"},
    difficulties={"easy": "easy", "medium": "medium", "hard": "hard"},
    name="Name",
    date="Date",
    section="Section",
    form="Form",
    point="{points} pt",
    points="{points} pts",
    total_points="Total: {points} points",
    total_point="Total: {points} point",
    minutes="Time: {minutes} minutes",
    page_of="Page {page} of {pages}",
    key="Key",
    key_note="For the instructor. Not to be handed out.",
    continued="(continued)",
    how_to_mark="Mark your answers clearly. To change one, cross it out and mark the other.",
    question_of="Question {number} of {count}",
    check="Check",
    next_question="Next question",
    right="Right",
    wrong="Not right",
    partly_right="Partly right",
    right_answer_is="The answer is",
    your_answer="Your answer",
    score_of="{points} of {total} points",
    result="Result",
    score_of_one="{points} of {total} point",
    answered_of="{number} of {count} answered",
    start_again="Start again",
    only_missed="Only what I missed",
    nothing_missed="You missed nothing.",
    show_passage="Read the passage",
    new_tab="opens in a new tab",
    show_model_answer="Show the model answer",
    mark_yourself="Mark yourself: tick what your answer holds.",
    answer_first="Answer first.",
    figure_first="Write a figure, such as 12.5.",
    no_script=(
        "This self-test checks your answers with a script, and scripts are switched off here. "
        "You can still read the questions and open the answer under each."
    ),
    self_test="Self-test",
    self_test_note="A self-test, not an exam: the answers are in this file.",
    questions="{count} questions",
    question_one="{count} question",
    all_quizzes="All self-tests",
    several_briefs="Across several briefs",
    choose="Choose …",
    move_up="Move up",
    move_down="Move down",
    changes="Changes",
    release_of="What the release of {date} brings. An item is named by what its card has in the field “ID”.",
    restyled="The cards look new.",
    new_items="New: {count}",
    new_items_note="These come as new cards.",
    changed_items="Changed: {count}",
    changed_items_note=(
        "Their text is replaced, and with it their tags and what you changed on them yourself. Your progress stays."
    ),
    retired_items="Retired: {count}",
    retired_items_note=(
        "These are no longer in the deck. In your collection they stay until you suspend or delete them: "
        "search for `ID:` and the name in the browser."
    ),
    how_to_import="How to import it",
    import_keep="Do not delete the old deck: your progress is in it. Import the new file over it.",
    import_choose=(
        "Choose “If newer” for “Update notes” and for “Update note types”, and leave “Merge note types” and "
        "“Import any learning progress” switched off. A card that you have changed or tagged since the release stays "
        "as you have it."
    ),
    import_older=(
        "In Anki before {anki}, and AnkiDroid before {ankidroid}, choose “Always” for “Update notes” instead: with "
        "“If newer” they can miss a change to a card that an earlier release changed too. “Always” replaces tags and "
        "changes of your own on every card of the deck; your progress stays."
    ),
)

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
    point="{points} pto.",
    points="{points} ptos.",
    total_points="Total: {points} puntos",
    total_point="Total: {points} punto",
    minutes="Tiempo: {minutes} minutos",
    page_of="Página {page} de {pages}",
    key="Clave",
    key_note="Para quien enseña. No se reparte.",
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
    new_tab="se abre en otra pestaña",
    show_model_answer="Ver la respuesta modelo",
    mark_yourself="Califíquese: marque lo que su respuesta contiene.",
    answer_first="Responda primero.",
    figure_first="Escriba una cifra, como 12,5.",
    no_script=(
        "Esta autoevaluación comprueba las respuestas con un script, y aquí los scripts están desactivados. "
        "Puede leer las preguntas y abrir la respuesta debajo de cada una."
    ),
    self_test="Autoevaluación",
    self_test_note="Una autoevaluación, no un examen: las respuestas están en este archivo.",
    questions="{count} preguntas",
    question_one="{count} pregunta",
    all_quizzes="Todas las autoevaluaciones",
    several_briefs="Sobre varios informes",
    choose="Elija …",
    move_up="Subir",
    move_down="Bajar",
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

ALL = (EN, ES)
BY_CODE = {wording.code: wording for wording in ALL}


def for_language(code: str) -> Wording:
    """The words of a language, by its code: `en` or `es`."""
    return BY_CODE[code]


def amount(value: float) -> str:
    """Points as people write them: `2`, `0.5`."""
    return f"{value:g}"


def decimal(value: Decimal) -> str:
    """A figure without noughts that say nothing: `2`, `0.5`."""
    return format(value.normalize(), "f")


def within(tolerance: Decimal, words: Wording) -> str:
    """How far off a figure may be, in brackets behind a space: ` (within 0.1)`; empty where it must be exact."""
    return f" ({words.tolerance.format(tolerance=decimal(tolerance))})" if tolerance else ""


def points(value: float, words: Wording) -> str:
    """Points with their unit: `1 pt`, `2 pts`."""
    return (words.point if value == 1 else words.points).format(points=amount(value))


def listing(names: tuple[str, ...], words: Wording) -> str:
    """Names as a sentence lists them: `Vasquez, Castañeda and Fontes`."""
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} {words.and_} {names[-1]}"
