"""Words that turn a sentence round, by language: what denies, what may stand for a denial, and what is opposed to what.

A line of an axis is `one side | the other`. A word stands for its family, for words are compared by their stems; behind
`=` it stands for itself alone, where the stem would catch others too (`important` has the stem of `import`). Converses
are left out on purpose: `A lends to B` and `B borrows from A` say the same.
"""

from __future__ import annotations

import functools
from dataclasses import dataclass

from quizgen.text import content

_DENIALS = {
    "en": """
        not no never none nobody nothing nowhere neither nor without cannot hardly barely scarcely fail fails failed
        failing lack lacks lacked lacking
    """,
    "es": "no nunca jamas nadie nada ningun ninguna ninguno ningunos ningunas ni tampoco sin apenas carece carecen",
}

# What a paraphrase may say in the place of a denial. These excuse a difference and never make one.
_STAND_INS = {
    "en": """
        absence absent against avoid avoids avoided avoiding away barred bars beyond block blocked blocking blocks
        breach breached breaches ceased ceases contradict contradicts contrary contrast contrasts denied denies deny
        denying deprived despite differ different differs difficult doubt doubts except exclude excluded excludes
        excluding exempt expense failure failures few fewer forbid forbidden forbids free hard impossible inability
        incapable instead keep keeping keeps kept least less limit limited little loses losing lost low minus neglect
        neglected neglects only oppose opposed opposes out prevent prevented preventing prevents prohibit prohibited
        prohibits rare rarely rather refusal refuse refused refuses refusing reject rejected rejects rid seldom short
        spare spared spares sparing stop stopped stops than too unable unless unlike unlikely unwilling violate
        violated violates violation
    """,
    "es": """
        ausencia carencia contra contrario contraste dificil diferencia en-vez evita evitan evitar excepto excluye
        excluyen falta fuera impide impiden impedir imposible incapaz incapaces lejos limitado limitada limitados menos
        niega niegan nego negaron poca pocas poco pocos prohibe prohiben prohibido rara raro rechaza rechazan rechazo
        salvo sino solo viola violan
    """,
}

# A word that stands for a denial only before another: prices decline, a council declines to lend.
_STAND_INS_BEFORE = {
    "en": "decline to|declines to|declined to|declining to|omit to|omits to|omitted to",
    "es": "deja de|dejan de|dejo de|dejaron de|niega a|nego a",
}

# In these turns a word does not deny, or is not opposed to anything: `at least` belongs to a figure.
_TURNS = {
    "en": """
        not only|not just|not merely|not simply|not least|not until|not unlike|no doubt|no sooner|nothing but|no less|
        no more|no fewer|not more|not less|not fewer|or not|if not|why not|nor only|no matter|at least|at most|
        or more|or less|or fewer|more or|or later|or earlier|or higher|or lower
    """,
    "es": """
        no solo|no solamente|no obstante|no mas|no menos|no hasta|sin embargo|sin duda|o no|si no|al menos|lo menos|
        mas bien|o mas|o menos|mas o
    """,
}

_AXES = {
    "en": """
        more greater | fewer less lesser
        greatest largest biggest | smallest
        =most | =least
        =majority | =minority
        maximum | minimum
        before ahead earlier prior | after later
        increase rise rose risen raise grow grew grown growth | decrease fall fell fallen decline drop reduce reduction
        surge soar soared | drop decline plunge plunged
        expand expansion grow grew grown widen broaden | shrink shrank shrunk narrow
        higher | lower
        high | low
        above | below
        extend lengthen | shorten
        =large =larger large-scale =big =bigger | =small =smaller small-scale =tiny
        long longer longest | =short shorter shortest
        early earliest | =late latest
        first | last
        fast faster quick quickly rapid rapidly | slow slower slowly
        strong stronger strength strengthen | weak weaker weakness weaken
        rich richer wealth wealthy prosperity | poor poorer poverty
        near nearby =close closer | far farther further distant
        better best | worse worst
        improve improvement | worsen deteriorate
        gain | lose lost loss
        win won winner | lose lost loser
        include inclusion | exclude exclusion
        allow permit | forbid forbade forbidden prohibit ban
        support favor favour endorse accept approve approval | oppose opposition resist reject rejection refuse refusal
        approve approval | disapprove disapproval
        agree | disagree
        confirm | contradict refute
        admit acknowledge | deny
        start begin began begun | stop cease
        create build built establish | destroy abolish dissolve dismantle
        appear emerge | disappear vanish
        =open =opens =opened | =closes =closed =shut
        join | leave =left withdraw withdrew quit
        add | remove omit
        encourage promote | discourage deter
        accelerate hasten | slow delay
        succeed success successful | fail failure unsuccessful
        legal | illegal illicit unlawful
        =formal =formally | =informal =informally
        =official =officially | =unofficial =unofficially
        =public =publicly | =private =privately
        domestic | foreign
        =internal =internally | =external =externally
        =national =nationally | =international =internationally
        =direct =directly | =indirect =indirectly
        temporary temporarily | permanent permanently
        voluntary voluntarily | =forced compulsory involuntary mandatory
        optional | compulsory mandatory
        urban | rural
        formerly | currently
        north northern | south southern
        east eastern | west western
        left-wing | right-wing
        safe safety | dangerous unsafe
        stable stability stabilize | unstable instability destabilize
        =likely =probable =probably | =unlikely =improbable
        able ability | unable inability
        capable | incapable
        possible | impossible
        =equal =equally | =unequal =unequally
        =dependent | =independent
        =conditional | =unconditional
        =predictable | =unpredictable
        =used | =unused
        =known | =unknown
        =complete =completely | =incomplete =partial =partially =partly
        =effective | =ineffective
        sufficient | insufficient
        relevant | irrelevant
        regular | irregular
        =responsible | =irresponsible
        =willing | =unwilling
        visible | invisible
        same similar | different dissimilar
        always | seldom rarely
        often frequently frequent | rarely seldom rare
        inside | outside
        =positive =positively | =negative =negatively
        optimistic | pessimistic
        =armed | =unarmed =peaceful
        guilty | innocent
        =true | =false
        surplus | deficit
        inflow | outflow
        immigrate immigration immigrant | emigrate emigration emigrant
        =import =imports =imported =importing | =export =exports =exported =exporting
        cheap cheaper | expensive costly
        easy easier easily | difficult
        simple simpler | complex complicated
        major | minor
        upward | downward
    """,
    "es": """
        mas mayor mayores | menos menor menores
        mayoria | minoria
        maximo | minimo
        antes previo previa | despues posterior
        aumentar aumento aumentan subir subio crecer crecio | disminuir disminuyo reducir redujo bajar caer cayo
        =alto =alta =altos =altas | =bajo =baja =bajos =bajas
        encima | debajo
        ampliar expandir | reducir
        =grande =grandes | =pequeno =pequena =pequenos =pequenas
        =largo =larga =largos =largas | =corto =corta =cortos =cortas
        =primero =primera | =ultimo =ultima
        rapido rapida | lento lenta
        fuerte fuertes fortalecer | debil debiles debilitar
        =rico =rica =ricos =ricas | pobre pobres
        =cerca | =lejos
        mejor mejorar mejoro | peor empeorar empeoro
        ganar gano ganancia | perder perdio pierde perdida
        incluir incluye | excluir excluye
        permitir permite permitio | prohibir prohibe prohibio
        apoyar apoya apoyo aceptar acepta acepto aprobar aprobo | rechazar rechaza rechazo oponer opone
        empezar empezo comenzar comenzo | terminar termino cesar ceso
        crear creo construir construyo | destruir destruyo disolver disolvio
        abrir abrio | cerrar cerro
        =legal =legales | =ilegal =ilegales
        =formal =formales | =informal =informales
        =publico =publica =publicos =publicas | =privado =privada =privados =privadas
        =interno =interna | =externo =externa
        =nacional =nacionales | =internacional =internacionales
        =directo =directa =directamente | =indirecto =indirecta =indirectamente
        temporal temporales | permanente permanentes
        voluntario voluntaria | =forzado =forzada =forzoso =forzosa obligatorio obligatoria
        urbano urbana | rural
        =norte | =sur
        =oriente =oriental | =occidente =occidental
        =seguro =segura =seguros =seguras | peligroso peligrosa inseguro insegura
        estable estabilidad | inestable inestabilidad
        =probable =probables | =improbable =improbables
        =capaz =capaces | =incapaz =incapaces
        =posible =posibles | =imposible =imposibles
        =igual =iguales | =desigual =desiguales
        =dependiente | =independiente
        suficiente | insuficiente
        =mismo =misma | =distinto =distinta =diferente =diferentes
        siempre | nunca jamas
        =dentro | =fuera
        =positivo =positiva | =negativo =negativa
        verdadero verdadera | falso falsa
        =importa =importan =importacion | =exporta =exportan =exportacion
        facil | dificil
    """,
}


@dataclass(frozen=True, slots=True)
class Opposites:
    """What turns a sentence round in a language: `stems` and `words` have the axes of each, and on which side it is."""

    denials: frozenset[str]
    stand_ins: frozenset[str]
    stand_ins_before: frozenset[str]
    turns: frozenset[str]
    stems: dict[str, dict[int, int]]
    words: dict[str, dict[int, int]]

    def sides(self, word: str, stem: str) -> dict[int, int] | None:
        """The axes that a folded word stands on, each with its side; None for most words."""
        return self.words.get(word) or self.stems.get(stem)


@functools.cache
def of(language: str) -> Opposites:
    """The words of a language that turn a sentence round."""
    stems: dict[str, dict[int, int]] = {}
    words: dict[str, dict[int, int]] = {}
    for axis, line in enumerate(_AXES[language].strip().splitlines()):
        for side, entries in enumerate(line.split("|")):
            for entry in entries.split():
                if entry.startswith("="):
                    words.setdefault(entry[1:], {})[axis] = side
                else:
                    stems.setdefault(content.stem(entry, language), {})[axis] = side
    return Opposites(
        denials=frozenset(_DENIALS[language].split()),
        stand_ins=frozenset(_STAND_INS[language].split()),
        stand_ins_before=frozenset(_STAND_INS_BEFORE[language].split("|")),
        turns=frozenset(turn.strip() for turn in _TURNS[language].split("|")),
        stems=stems,
        words=words,
    )
