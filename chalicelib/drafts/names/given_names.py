"""Given names that are common enough to tell which word of a name is the first one.

A name that is not listed is no less a name: the lists only settle what order and capitals leave open.
"""

from __future__ import annotations

import unicodedata

from chalicelib.drafts.word_lists import words

_WOMEN = words(
    """
    аделина аида айгуль алевтина алена алеся алина алиса алла альбина анастасия ангелина анна антонина анюта аня
    асель ася валентина варвара варя василиса вера вероника вика виктория виолетта галина галя гузель гульнара даша
    дарина дарья джамиля диана дина динара ева евгения екатерина елена елизавета жанна зарина зинаида злата зоя
    зульфия инга инесса инна ира ирина ия камилла карина катя кира клавдия клара кристина ксения ксюша лада лариса
    лейла лена лера лиана лидия лиза лилия лина лия луиза любовь людмила люба люда мадина майя марианна маргарита
    марина мария марта маруся марьям маша милана мила надежда надя настя наталия наталья наташа нелли ника нина
    нонна оксана олена олеся ольга оля полина рада раиса регина римма рита роза розалия роксана сабина светлана
    света серафима снежана софия софья соня стефания таисия тамара таня татьяна ульяна фаина фатима эвелина элина
    эльвира эльмира эмилия эмма юлиана юлия юля яна ярослава
    """
)
_MEN = words(
    """
    адам айдар айрат алан александр алексей алик алихан альберт альфред анатолий андрей антон аркадий арсен арсений
    артем артемий артур аслан ахмед бахтияр богдан борис боря вадим вадик валентин валерий ваня василий вася
    вениамин виктор виталий витя владимир владислав влад володя всеволод вячеслав гавриил геннадий георгий герман
    глеб григорий гриша давид дамир данил данила данияр даниил денис дима дмитрий егор евгений елисей ефим захар
    ибрагим иван игнат игорь ильдар ильнур илья иннокентий иосиф ислам камиль карен кирилл клим коля константин
    костя кузьма лев леонид леня лука магомед макар максим марат марк матвей мирон митя михаил миша мурат назар
    наиль никита николай олег павел паша петр петя платон прохор равиль радик рамиль расул ренат ринат родион роман
    рома ростислав рубен руслан рустам савва савелий святослав семен сергей сережа станислав стас степан тагир тарас
    тигран тимофей тимур толя федор федя феликс филипп фома харитон эдуард эльдар эмиль эрик юра юрий яков ян
    ярослав
    """
)
# Women and men bear these, here or elsewhere (Дана Уайт is a man): they are given names and tell no gender.
_EITHER = words(
    """
    дана саша женя валя слава шура паша влада мика ника тоня адель иво
    """
)
_EAST_SLAVIC_IN_LATIN = words(
    """
    aleksandr aleksei alexei alexey alyona anastasia anatoly andrei andrey artem boris daria denis dmitri dmitry
    ekaterina elena evgeny galina igor ilya irina ivan katerina katya kirill konstantin ksenia larisa liudmila
    lyudmila maksim marina maxim mikhail nadezhda natalia natalya nikita nikolai oksana oleg olga pavel polina
    ruslan sergei sergey svetlana tatiana tatyana vadim valentina vasily vera vladimir volodymyr yana yulia yuri
    """
)
_ELSEWHERE = words(
    """
    abby abigail adrian agnes agnieszka ahmed aisha alan alba alejandra alejandro alessandra alessandro alice alicia
    aline alistair amanda amelia amelie ana anders andrea andreas andrzej angela anita anja ann anna anne annette
    annika antje antonia antonio ashley astrid aurelie barbara bartosz beata beatrice beatriz becky bernd bettina
    bianca birgit bjorn bob brenda bridget brigitte camille carla carlos carmen carolina caroline cecile celine
    charlotte chiara chloe christina christine christoph claire clara claudia clemence colette cristina dana daniela
    david debbie deborah diana diego dieter dirk dominik dorothea ebba edith eileen elif elisa elisabeth elizabeth
    ella ellen emilia emily emma erik erika ernst esther eszter eva fabian fatima federico felipe fiona florence
    florian francesca francesco francisco franziska frederik frida friederike fritz gabriela gabriele gabriella
    georgia gerhard giovanni giulia giuseppe gloria grace greta grzegorz gudrun hannah hans heather heidi heike
    heinrich helen helena helene helga henrik hiroshi holly ian ibrahim ilse inaki inge ingrid ines inga isabel
    isabella isabelle istvan ivo jacqueline jana jane janet jasmine javier jean jennifer jens jessica joana joanna
    jochen johann johanna john jorge jose josephine juan judith julia julian juliane julie jurgen justyna karen
    karin karl karolina katarzyna kate katharina katherine kathleen kathrin katie katja katrin kerstin kim kirsten
    klaus krzysztof laszlo laura lea lee lena leonardo leonie lisa liza lorena louise luca lucia lucie lucy ludwig
    luis luisa lukas lukasz magdalena malgorzata manuela marcin marco margaret margarita maria mariana marie marta
    martina mary mateusz mathilde mathieu matthias maximilian megan melanie mia michal michelle miguel mohamed
    mohammed monica monika muhammad nadia nadine natalie natasha nicola nicole niels nils nina nora olivia ottilie
    pablo pamela paola patricia paula paulina pauline pedro petra philippa pierre pilar piotr priya rachel rafael
    rahul rebecca regina reka renate ricardo rita roberta roberto ronald rosa rosie ruth sabine sabrina samantha
    sandra sara sarah sean sebastian shannon silke silvia simone sofia sonia sonja sophia sophie stefan stefanie
    stella stephanie steven susan susanna susanne sven svenja sylvia tamara tania tanja teresa theresa tim timothy
    tomasz torsten ulrike ursula ute uwe valeria vanessa veronica veronika victoria viktoria vincent virginia volker
    werner wolfgang xavier yasmin yvonne zoe zuzanna
    """
)
# These are last names nearly as often, so they do not tell that a name is written last name first.
_LAST_NAMES_TOO = words(
    """
    alexander allan anthony arthur benjamin bruce charles christian craig daniel dean dennis donald douglas edward
    eric ernst francis frank fritz george gilbert gordon graham grant harvey heinrich henry howard hugo jack jacob
    james jason jordan joseph kelly kim kurt lawrence lee leon leonard leslie lewis lloyd logan louis lucas marcus
    mark marshall martin mason matthew max maxwell michael mitchell morgan murray neil nicholas norman oliver oscar
    otto owen patrick paul peter philip ralph ray raymond reid richard robert robin roger ross russell ryan samuel
    scott simon spencer stanley stephen stewart stuart taylor thomas todd tyler victor walter warren wayne werner
    william
    """
)

_LATIN = _EAST_SLAVIC_IN_LATIN | _ELSEWHERE
_KNOWN = _WOMEN | _MEN | _EITHER | _LATIN | _LAST_NAMES_TOO


def is_given_name(word: str) -> bool:
    """Whether a word is a common given name; of a hyphenated one the first part counts."""
    return _folded(word) in _KNOWN or _folded(word).partition("-")[0] in _KNOWN


def is_last_name_too(word: str) -> bool:
    """Whether a given name is a common last name as well (James, Thomas, Kim)."""
    return _folded(word) in _LAST_NAMES_TOO


def gender_of(word: str) -> str:
    """``feminine`` or ``masculine`` if a Russian given name tells it, otherwise empty."""
    name = _folded(word)
    if name in _EITHER:
        return ""
    return "feminine" if name in _WOMEN else "masculine" if name in _MEN else ""


def _folded(word: str) -> str:
    """Lower case, without marks on Latin letters, and ``е`` for ``ё``; ``й`` keeps its own."""
    lower = word.lower().replace("ё", "е").replace("ł", "l").replace("ø", "o")
    if not any("\u00df" <= sign <= "\u024f" for sign in lower):
        return lower
    return "".join(sign for sign in unicodedata.normalize("NFD", lower) if not unicodedata.combining(sign))
