"""How a stem asks: by a question, an order or a blank; for what is so, or for what is not."""

from __future__ import annotations

import re

from quizgen.text import content, quotations, sentences

# Underscores inside a word or in quotation marks are a name in code; dots behind a word trail off.
_BLANK = re.compile(r"(?<![\w'\"\[])_{2,}(?![\w'\"\]])|\[\s*(?:blank|espacio)\s*\]|(?<!\S)[.…]{4,}", re.IGNORECASE)
_SLOT = re.compile(r"\d\s*[,;]\s*_+\s*[,;]\s*\d")
_HINT = re.compile(r"\([^)]*\)")


def blank_in_the_middle(stem: str) -> str | None:
    """The blank that words follow, as it is written; a slot in a row of figures and hints in brackets do not count."""
    if "_" not in stem and "[" not in stem and ".." not in stem and "…" not in stem:
        return None
    blank = _BLANK.search(stem)
    if blank is None or _SLOT.search(stem):
        return None
    behind = _BLANK.sub("", _HINT.sub("", stem[blank.end() :]))
    return blank.group().strip() if any(character.isalnum() for character in behind) else None


_ORDERS = {
    "en": """
        analyse analyze answer argue arrange assess assign calculate categorise categorize choose cite
        classify compare complete compute connect consider contrast criticise criticize decide defend define
        describe determine discuss distinguish draw enter estimate evaluate examine explain fill find finish
        give group guess identify illustrate imagine indicate interpret judge justify label link list locate
        mark match name note order outline pair pick place point predict put rank read reconstruct relate
        say select separate set show sketch solve sort state suggest summarise summarize suppose tell trace
        translate use weigh write
    """,
    "es": """
        agrupe agrupa analice analiza argumente argumenta asigne asigna asocie asocia calcule calcula cite
        cita clasifique clasifica coloque coloca compare compara complete completa considere considera
        contraste contrasta critique critica defina define describa describe determine determina diga di
        discuta discute distinga distingue elija elige empareje empareja encuentre encuentra enlace enlaza
        enumere enumera escoja escoge escriba escribe evalue evalua examine examina explique explica
        identifique identifica imagine imagina indique indica interprete interpreta justifique justifica lea
        lee marque marca mencione menciona muestre muestra nombre nombra ordene ordena pon ponga relacione
        relaciona responda responde resuma resume seleccione selecciona señale señala separe separa situe
        situa suponga suponed traduzca traduce una une ubique ubica valore valora
    """,
}
_LEAD = r"(?:please|briefly|now|then|first|next|also|por favor|ahora|primero|luego)[ ,]+"
_ORDER = {
    language: re.compile(
        rf"(?:^|[.!?…:;,—–]\s+|\b(?:and|then|please|y|luego)\s+)[\"“«¡*]*(?:{_LEAD})*(?:{'|'.join(words.split())})\b",
        re.IGNORECASE,
    )
    for language, words in _ORDERS.items()
}
_TRAILS_OFF = (":", "_", "]", "...", "…", "—", "–", "-")
_ASKING = ("?", *_TRAILS_OFF)
_TAIL = " \t\n*\"'”’»)"


def asks(stem: str, language: str) -> bool:
    """Whether a stem says what to do: it asks, gives an order, or leaves off where the answer goes on."""
    if "?" in stem:
        return True
    end = stem.rstrip(_TAIL)
    if end.endswith(_TRAILS_OFF) or _BLANK.search(stem) or _ORDER[language].search(stem):
        return True
    # “The fund pays for” goes on in the options, although no colon says so
    return bool(end) and end[-1].isalnum() and not content.stems(end.split()[-1], language)


_VERB = r"(?:is|are|was|were|do|does|did|has|have|had|can|could)"
# What stands behind these no longer belongs to “which …”: a clause of its own, or a comparison.
_OF_WHICH = r"(?:(?!\b(?:that|who|whom|whose|which|if|when|where|while|because|but|than|as)\b)[^,:;?])*?"
_FOR_WHICH = "".join(
    rf"(?<!\b{word} )" for word in ("For", "for", "On", "on", "In", "in", "By", "by", "Under", "under")
)
# One to three words, a subject between verb and “not”: “does the brief not say”.
_SUBJECT = (
    r"(?:\s+(?!(?:that|who|whom|whose|which|if|when|where|while|because|but|than|as|and|or|to|is|are|was|were)\b)"
    r"[^\W_][\w.’'-]*){1,3}"
)
_DE_CUAL = r"(?:(?!\b(?:que|si|cuando|donde|porque|pero|sino|mientras|como)\b)[^,:;?¿])*?"
# Small letters are meant: `NOT` and `*not*` are marked.
_NEGATIVE = {
    "en": re.compile(
        rf"\b(?:[Ww]hich|WHICH)\b{_OF_WHICH}\b{_VERB}(?:\s+(?P<a>not)\b(?!\s+(?:only|necessarily))|(?P<b>n['’]t)\b)"
        rf"|^(?:\W*|.*,\s)(?:[Ww]hat|[Ww]ho)\s+{_VERB}(?:\s+(?P<c>not)\b(?!\s+only)|(?P<d>n['’]t)\b)"
        rf"|{_FOR_WHICH}\b[Ww]hich\b{_OF_WHICH}\b(?:do|does|did|has|have|had|can|could){_SUBJECT}\s+(?P<i>not)\b"
        r"(?!\s+(?:only|necessarily|to)\b)"
        rf"|^(?:\W*|.*,\s)(?:[Ww]hat|[Ww]ho)\s+(?:do|does|did|has|have|had|can|could){_SUBJECT}\s+(?P<j>not)\b"
        r"(?!\s+(?:only|necessarily|to)\b)"
        rf"|\b[Ww]hich\b{_OF_WHICH}\b(?:is|are|was|were)\s+(?P<k>no)\s+(?!longer|more|less|fewer|doubt|matter)"
        rf"|\b(?:[Ww]hich|[Ff]ollowing|[Tt]hese)\b{_OF_WHICH}\b(?:is|are|was|were)\s+(?P<e>false|incorrect|untrue|wrong)\b"
        r"(?=\s*(?:[?:.…_]|about|regarding|according|for|of)|\s*$)"
        r"|\b[Ww]hich\s+(?P<f>false|incorrect|untrue)\s"
        r"|\b(?:[Aa]ll|[Ee]ach|[Aa]ny|[Ee]very|[Ff]ollowing|[Tt]hese)\b.*\b(?P<g>except)"
        r"(?:\s+(?:for|in|this|one|which(?:\s+one)?|what))*[\s:?.…_]*$"
        r"|\b[Ww]hich\b[^?]*\b(?P<h>least)\s+(?:likely|probable|true|accurate|apt|consistent|appropriate|related|suitable|plausible)\b"
    ),
    "es": re.compile(
        rf"\b(?:[Cc]uál(?:es)?|[Qq]uién(?:es)?)\b{_DE_CUAL}\b(?P<a>no)\s+(?!sólo\b|solo\b)[^\W\d_]"
        rf"|\b(?:[Cc]uál(?:es)?|[Ss]iguientes?|[Ee]st[ao]s)\b{_DE_CUAL}\b(?:es|son|era|eran)\s+(?P<e>fals[ao]s?|incorrect[ao]s?)\b"
        r"|\b(?:[Tt]od[ao]s|[Cc]ada|[Ss]iguientes)\b.*\b(?P<g>excepto|salvo)(?:\s+(?:un[ao]?|cuál|el|la|en))*[\s:?.…_]*$"
    ),
}
_HAS_NEGATIVE = {
    "en": ("not", "no ", "n't", "n’t", "false", "incorrect", "untrue", "wrong", "except", "least"),
    "es": ("no ", "fals", "incorrect", "excepto", "salvo"),
}


def unmarked_negative(stem: str, language: str) -> tuple[int, int] | None:
    """Where the last sentence of a stem asks, in small plain letters, for what is not so; None where it does not."""
    if not any(word in stem for word in _HAS_NEGATIVE[language]):
        return None
    last = sentences.last(stem)
    match = _NEGATIVE[language].search(quotations.outside(last))
    if match is None or not (last.rstrip(_TAIL).endswith(_ASKING) or match.group("g")):
        return None  # or it is a statement with “which” in it
    start, end = next(match.span(name) for name, word in match.groupdict().items() if word)
    begin = stem.rindex(last)
    return begin + start, begin + end


_NEGATION = {
    "en": re.compile(r"\b(?:not|never|no|cannot|neither|nor)\b|n['’]t\b", re.IGNORECASE),
    "es": re.compile(r"\b(?:no|nunca|jamás|ningún|ninguna|ninguno|tampoco)\b", re.IGNORECASE),
}
# A clause that says “not” of its subject, before any other clause begins.
_DENIAL = {
    "en": re.compile(
        r"^(?:(?!\b(?:that|who|whom|whose|which|if|when|where|while|because|but|and|or|than|as|although|until"
        r"|said|says?|claim\w*|argu\w+|report\w*|holds?|held|thinks?|thought|believ\w+|den(?:y|ies|ied))\b)[^;:])*?"
        r"(?:\b(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|may|must|should)\s+(?P<a>not|never)\b"
        r"(?!\s+only)|(?P<b>n['’]t|\bcannot|\bnever)\b)",
        re.IGNORECASE,
    ),
    "es": re.compile(
        r"^(?:(?!\b(?:que|si|cuando|donde|porque|pero|y|o|sino|aunque|hasta|como|niega|dice)\b)[^;:])*?"
        r"\b(?P<a>no|nunca|jamás)\s+(?!sólo\b|solo\b)[^\W\d_]",
        re.IGNORECASE,
    ),
}


def negation(text: str, language: str) -> str | None:
    """The first word of a text that negates; None where none does."""
    match = _NEGATION[language].search(text)
    return match.group() if match else None


def denial(statement: str, language: str) -> str | None:
    """The word by which the main clause of a statement denies something; what it quotes does not count."""
    match = _DENIAL[language].search(quotations.outside(statement))
    return next((word for word in match.groups() if word), None) if match else None
