"""Words that stand in the field of a name and are none: forms of address, degrees, roles, offices, remarks."""

from __future__ import annotations

import re

from chalicelib.drafts.word_lists import words
from chalicelib.patterns import lazy_pattern

FEMININE, MASCULINE = "feminine", "masculine"

# How they are written, the gender they tell, their rank (the highest is said), and how Russian says them.
_HONORIFIC_TABLE = """
mr mister herr hr monsieur señor sr signor sig pan dhr|masculine|1|господин
mrs ms miss frau fr fräulein madame mme mlle mademoiselle pani mevr|feminine|1|госпожа
señora sra señorita srta signora sig.ra|feminine|1|госпожа
mx|-|1|-
г-н гн господин|masculine|1|господин
г-жа гжа госпожа|feminine|1|госпожа
sir lord|masculine|3|господин
dame lady|feminine|3|госпожа
rev reverend|-|2|-
dr doctor dott|-|2|доктор
dott.ssa|feminine|2|доктор
др д-р доктор|-|2|доктор
prof professor|-|4|профессор
проф профессор|-|4|профессор
dipl.-ing ing eng mag mgr med rer nat phil jur msc bsc mba phd к.т.н д.т.н|-|0|-
"""
HONORIFICS: dict[str, tuple[str, int, str]] = {
    word: (gender.strip("-"), int(rank), russian.strip("-"))
    for line in _HONORIFIC_TABLE.strip().splitlines()
    for words, gender, rank, russian in [line.split("|")]
    for word in words.split()
}
LOWEST_RANK_KEPT = 2  # Dr, Sir, Professor are said before the whole name, Mr and Ms are not
ENGLISH_HONORIFICS = {"господин": "Mr", "госпожа": "Ms", "доктор": "Dr", "профессор": "Professor"}

# "Ma" and "Ed" are names, so the short ones count in capitals, or with stops.
DEGREES = lazy_pattern(
    r"(?i:ph\.?\s?d|d\.?phil|m\.?b\.?a|[bm]\.?sc|[bm]\.(?:a|s|eng|ed)|ll\.?[bm]|jr|esq|iii?|dipl\.?-\w+"
    r"|s?phr|shrm(?:-s?cp)?|(?:к|д)\.\s?\w{1,4}\.\s?н)\.?|[BM][AS]|[BM]Eng|IV|JD|CPA|CFA|PMP|ACCA|M?CIPD|Sr\.?"
)

# Offices, of which the last word takes an article in English, and people who are named by what they do.
TEAMS = words(
    """
    team department dept desk office division unit group отдел служба отделение дирекция офис приемная приёмная
    департамент бухгалтерия администрация ресепшн ресепшен hr-отдел
    """
)
FIELDS = words(
    """
    hr human resources people recruiting recruitment talent acquisition careers career jobs hiring personnel sales
    marketing engineering product finance software data technical reception staffing front payroll support info
    culture operations кадров кадры персонала персоналу персонал рекрутинг рекрутинга подбора подбор продаж продажам
    маркетинга закупок логистики развития
    """
)
PERSONS = words(
    """
    recruiter recruiters manager managers director head lead interviewer interviewers ceo cto cfo coo boss secretary
    assistant partner founder specialist coordinator chief officer president vp hrbp hr-manager engineer developer
    analyst designer consultant accountant рекрутер рекрутёр эйчар hr-менеджер менеджер директор руководитель
    начальник секретарь специалист помощник собеседник интервьюер тимлид инженер разработчик аналитик бухгалтер
    начальница
    """
)
SMALL_WORDS = words(
    """
    of for and the & по и отдела службы
    """
)
LEVELS = words(
    """
    senior junior global regional главный генеральный исполнительный технический коммерческий старший
    """
)
ROLES = TEAMS | FIELDS | PERSONS | LEVELS | SMALL_WORDS
ACRONYMS = words(
    """
    hr ceo cto cfo coo vp hrbp it
    """
)
_FOREIGN_OFFICES = words(
    """
    personalabteilung personal sekretariat zentrale empfang bewerbermanagement recruitingteam rh rrhh
    """
)
LABELS = words(
    """
    name contact person attn имя контакт контактное лицо фио
    """
)

# Whoever has one of these words in the field has named nobody.
NO_NAMES = (
    words(
        """
    unknown n/a n.n none nobody noname tbd tba anonymous test xxx the some any my our their that this after before
    guy woman man lady someone somebody don't know not yet or all everyone everybody sir madam colleagues street
    road avenue нет не неизвестно неизвестен никто кто-то какая-то какой-то девушка женщина мужчина парень позвонить
    звонить г. ул. д. просп. dear hello
    """
    )
    | _FOREIGN_OFFICES
)
COMPANIES = words(
    """
    gmbh inc ltd llc llp plc corp corporation limited bv oy sarl kg company consulting solutions technologies bank
    university agency partners holding ооо оао зао пао ао ип тоо нко банк компания агентство фирма завод
    """
)
COMPANIES_IN_CAPITALS = words(
    """
    AG SE AB SA NV AS UG
    """
)

# Last names that stand first in China, Korea, Vietnam, Japan and Hungary, written in Latin letters.
FAMILY_FIRST = words(
    """
    wang li zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu guo he lin gao luo zheng kim lee park choi jung
    kang cho yoon jang lim nguyen nguyễn tran trần le lê pham phạm hoang hoàng huynh huỳnh phan vu vũ vo võ dang
    đặng bui bùi do đỗ ho hồ ngo ngô duong dương ly lý tanaka suzuki sato yamamoto watanabe takahashi ito nakamura
    kobayashi kato yoshida yamada sasaki nagy kovács kovacs tóth toth szabó szabo horváth horvath varga kiss molnár
    molnar németh nemeth xi deng mao tang song feng cao peng xie shen cai yuan jiang moon shin bae kwon seo truong
    dinh trinh farkas balogh papp takács takacs juhász juhasz rácz fekete
    """
)
_LAST_NAMES = words(
    """
    smith jones williams brown davis miller wilson moore jackson white harris clark walker hall young king wright
    hill green baker adams nelson carter müller mueller schmidt schneider fischer weber meyer wagner becker schulz
    hoffmann koch bauer richter klein wolf schröder neumann schwarz zimmermann krüger hofmann lange krause winter
    sommer lang garcía garcia lópez lopez martínez martinez gonzález gonzalez rodríguez pérez perez sánchez silva
    santos rossi dupont dubois moreau laurent lefebvre jansen
    """
)
_LAST_NAME_SHAPE = lazy_pattern(
    r"\w{2,}(?:ov|ova|ev|eva|sky|ski|ska|skaya|enko|vich|vić|ić|berg|stein|mann|son)|(?:Mc|Mac)[A-Z]\w+|[OD]['’]\w+",
    re.IGNORECASE,
)
# Cyrillic ones by what they tell; -ин and -ина end other words, too, and so tell nothing.
_SLAVIC_WOMAN = lazy_pattern(r"\w{2,}(?:ова|ева|ёва|ская|цкая)", re.IGNORECASE)
_SLAVIC_MAN = lazy_pattern(r"\w{2,}(?:ов|ев|ёв|ский|цкий|ской)", re.IGNORECASE)
_SLAVIC = lazy_pattern(r"\w{2,}(?:ин|ина|ын|ына|енко|ук|юк|чук|ян|швили|дзе|их|ых|ко)", re.IGNORECASE)


def bare(word: str) -> str:
    """A word as the tables have it: small letters, without the stop after it."""
    return word.lower().rstrip(".")


def honorific_rank(word: str) -> int:
    """How high an honorific ranks; 0 for one that is not said in a greeting, and -1 for any other word."""
    return HONORIFICS.get(bare(word), ("", -1, ""))[1]


def last_name_gender(word: str) -> str:
    """``feminine`` or ``masculine`` by the end of a Russian last name, otherwise empty."""
    if _SLAVIC_WOMAN.fullmatch(word):
        return FEMININE
    return MASCULINE if _SLAVIC_MAN.fullmatch(word) else ""


def is_last_name(word: str) -> bool:
    """Whether a word is most likely a last name: by its end, or because it is a common one."""
    return bool(
        bare(word) in _LAST_NAMES
        or _LAST_NAME_SHAPE.fullmatch(word)
        or last_name_gender(word)
        or _SLAVIC.fullmatch(word)
    )
