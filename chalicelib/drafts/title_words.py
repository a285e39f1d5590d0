"""What advertisements put around the title of a position, as patterns and lists of words."""

from __future__ import annotations

import re

from chalicelib.drafts.word_lists import words
from chalicelib.patterns import lazy_pattern

# Ingenieur:in, Entwickler*in, Entwickler/-in, Kaufmann/-frau, Chargé(e), Développeur/se, Ingeniero/a, EntwicklerIn
GENDER_ENDINGS = lazy_pattern(
    r"(?<=[^\W\d_]{3})(?:[*:_·•.]|/-?|\()(?:in|innen|frau|mann|e|es|se|euse|rice|trice|ière|ne|a|as)\b\)?"
    r"|(?<=[a-zäöüß])(?<!Linked)In(?:nen)?\b",
)
GENDERED_ADJECTIVE = lazy_pattern(r"(?<=[a-zäöüß]{3}e)[/*:_-]{1,2}r\b")  # Wissenschaftliche*r
GENDERS = lazy_pattern(
    r"(?<![\w/|])[mwfdxhмж](?:\s?[/|]\s?(?:[mwfdxhмж*]|div\.?|divers)){1,3}(?![\w/])|\ball genders\b|\bm[ /]?f[ /]?d\b",
    re.IGNORECASE,
)
ADDRESSES = lazy_pattern(r"\S*@\S+\.\S+|\b(?:https?://|www\.)\S+", re.IGNORECASE)
REFERENCES = lazy_pattern(
    r"\b(?:ref(?:erence)?|req(?:uisition)?|job[ -]?id|id|kennziffer|stellennummer)\b[\s.:#№-]*[\w/-]*\d[\w/-]*"
    r"|[#№]\s*\d[\w/-]*|\b[A-Z]{1,4}-?\d{4,}\b|(?<!ISO )(?<!DIN )(?<!EN )\b\d{4,}\b",
    re.IGNORECASE,
)
PAY_AND_HOURS = lazy_pattern(
    r"(?:\d+\s*[-–]\s*)?\d+\s*%|(?:\bfrom |\bab )?[€$£₽]\s?\d[\d.,]*k?|\b\d+\s?h\b|\b\d{1,2}:\d\d\S*"
    r"|(?<!\S)[1-7]/[1-7]\b"
    r"|\b\d[\d.,]*\s?k?\s?(?:[€$£₽]|(?:eur|euro|usd|gbp|chf)\b)|\b\d[\d.,]*k\b|\bкат(?:егории|\.)\s*\w\b(?:\s*,\s*\w\b)*"
    r"|\bот\s+\d.*|\bз/п.*|\bзарплата.*"
    r"|\b(?:full|part)[- ]time\b|\bremote\b(?! sens)|\b(?:in )?(?:vollzeit|teilzeit)\b|\bhome[- ]?office\b"
    r"|\bудал[её]нн(?:о|ая работа)\b|\bполн(?:ая занятость|ый день)\b|\bвахт(?:а|ой|овым методом)\b",
    re.IGNORECASE,
)
# Words that say something else where they end a title ("Hybrid Cloud Engineer" keeps its first).
LAST_WORDS = lazy_pattern(
    r"[\s,]+(?:hybrid|on-?site|permanent|fixed-term|(?:un)?befristet|CDI|CDD|EMEA|DACH|APAC|LATAM|MENA|EU|gn"
    r"|position|role|job|vacancy|opening|opportunity|post|wanted)$",
    re.IGNORECASE,
)
FIRST_WORDS = lazy_pattern(
    r"(?:the|an?|our|your|и)\s+|(?:we(?: are|'re|’re)\s+)?(?:hiring|looking for|seeking|wanted)\b[\s:]*"
    r"|join (?:us|our team) as\s+|требу[ею]тся\s+|срочно\b[\s!,.:]*"
    r"|(?:open\s+)?(?:application|position|role|job|vacancy|opening|post|stelle)\s+(?:of|as|als|for)\s+",
    re.IGNORECASE,
)
LABEL = lazy_pattern(
    r"(?:job|open|current|the|our|new|vacant|на|по)?\s*(?:position|role|job|job title|title|vacancy|opening|opportunity"
    r"|post|stelle|hiring|urgent|wanted|application|(?:job )?offer|срочно|ваканси[яюи]|должност[ьи]|позици[яюи])",
    re.IGNORECASE,
)
# What follows is no part of the title: "with focus on …", "in Berlin" (not "in Test"), «в ООО …», «со знанием …».
CLAUSES = lazy_pattern(
    r"\s(?:with|based|including|working|reporting|responsible|mit)\s.*|\s(?:at|@)\s.*|\sin\s(?!Test|Training|Residence|Charge)[A-ZÄÖÜ].*|\sг\.\s?\S.*"
    r"|\sв\s(?:ООО|АО|ПАО|ИП|(?:\w+\s)?(?:компани|фирм|организаци)\w+|г\.|«|„).*|\sсо?\s(?:знани|опыт|функци|обязанност|проживани|релокаци)\w+.*"
    r"|\sбез\sопыта.*"
)
SEGMENTS = lazy_pattern(r"\s+[-–—]+\s+|\s*[|•·;]\s*|:\s+")
RUSSIAN_LABEL = lazy_pattern(
    r"(?:на\s+)?(?:позици[яюи]|должност[ьи]|ваканси[яюи]|роль|место|ищем|ищут)\s+(.+)", re.IGNORECASE
)
NOMINATIVE = lazy_pattern(r"\w+(?:[бвгджзклмнпрстфхцчшщь]|ий|ый)", re.IGNORECASE)
IN_QUOTES = lazy_pattern(r"[«„“\"]([^«»„“”\"]+)[»“”\"]")

_NOUNS = words(
    """
    lead head chef nurse clerk intern cook coach vp svp evp ceo cto cfo coo sre dba agent student president
    assistant consultant accountant attendant apprentice trainee partner fellow scientist owner associate staff
    secretary
    """
)
_NO_NOUNS = words(
    """
    senior junior for or our over under after number power major center summer winter user your
    """
)
_RUSSIAN_NOUN_SHAPE = lazy_pattern(
    r"\w{2,}(?:[еоёа]р|ист|[аяе]нт|тель|[чщ]?ик|ник|лог|гог|граф|вед|арь|рач|ец|[аи]ца|[уаяю]щ(?:ий|ая)|ерт|сестра)"
)
_NOUN_SHAPE = lazy_pattern(r"\w{2,}(?:er|or|ist|yst|eur|euse|ian|ive|mann|frau|kraft|student|leitung|hilfe|engineer)")

# A title with one of these is looked at by the patterns above; a plain one without them stays as it is.
ADDED = words(
    """
    an apac application at based befristet cdd cdi dach emea eu fixed genders gn hiring home hybrid in including job
    join jr latam looking mena mit na no none offer opening opportunity our permanent position post remote reporting
    responsible role seeking sr stelle tba tbd teilzeit term the time title unknown urgent vacancy vollzeit wanted we
    with working xxx your
    """
)
RANKS = lazy_pattern(
    r"[SE]?VP|(?:Senior |Executive )?Vice President|(?:Senior |Managing |Executive |Associate )?Director|Head",
    re.IGNORECASE,
)
LEVELS = words(
    """
    senior junior lead principal staff
    """
)
FUNCTIONS = words(
    """
    sales marketing product engineering data finance operations people hr legal it technology security design
    research analytics strategy partnerships growth communications procurement logistics quality support success
    brand infrastructure platform risk compliance affairs audit purchasing
    """
)
PREPOSITIONS = words(
    """
    for with in on at to from by für mit im in für pour en для при на в во от по с со
    """
)
CONNECTORS = PREPOSITIONS | words(
    """
    and or of the a an & und der die des de et и или
    """
)
NO_POSITIONS = words(
    """
    n/a| na| none| no| tbd| tba| unknown| ?| xxx| нет| не знаю| неизвестно| не указано
    """,
    "|",
)

SMALL_WORDS = words(
    """
    of and for in the at to on de la und für im der die et du des y по и для в на с
    """
)
AS_WRITTEN = {
    word.upper(): word
    for word in words(
        """
    QA HR IT SRE CEO CTO CFO COO VP SVP EVP UX UI BI ML AI PR SEO SEA CRM ERP SAP SQL PHP AWS GCP API DBA NLP PMO
    R&D B2B B2C KYC AML GIS CAD CNC PLC SPS VBA RN LPN ICU PA EA II III IV iOS .NET DevOps MLOps JavaScript ETL
    TypeScript Node.js UI/UX UX/UI PL/SQL ПГС КИП КИПиА ИТ ОТК АХО ВЭД СММ ЧПУ АСУ ОВиК АСУТП МСФО РСБУ ОМТС ПТО ГИП
    """
    )
}

# Words of at most three letters that are no abbreviations when the whole title is in capitals.
SHORT_WORDS = words(
    """
    web new art bar car gas oil law tax pet spa key big app day air sea fit ice мед
    """
)
IN_FULL = {"sr": "Senior", "sr.": "Senior", "jr": "Junior", "jr.": "Junior"}


def names_work(words: str) -> bool:
    """Whether one of the words says what somebody is, such as Engineer; Platform and Berlin do not."""
    return any(
        word in _NOUNS or (word not in _NO_NOUNS and _NOUN_SHAPE.fullmatch(word)) for word in words.lower().split()
    )


def names_work_in_russian(words: str) -> bool:
    """Whether one of the words has the ending of an occupation, such as «инженер» or «специалист»."""
    return any(_RUSSIAN_NOUN_SHAPE.fullmatch(part) for part in re.split(r"[\s-]+", words.lower()))
