"""Words by which firms, positions, titles and greetings are told from names."""

from __future__ import annotations

from chalicelib.capture.words.bounded import bounded_pattern
from chalicelib.drafts.word_lists import words

LEGAL_FORMS = (
    r"(?:gGmbH|GmbH\s?&\s?Co\.?\s?KG|GmbH|AG|SE|KGaA|KG|eG|e\.\s?V\.|OHG|UG|mbH|Inc\.?|Ltd\.?|LLC|L\.L\.C\.|LLP"
    r"|plc|PLC|Corp\.?|Corporation|S\.A\.|SARL|B\.V\.|BV|Oy|AB|Pty|GbR|Sp\. z o\.o\.)"
)
# «типография „Оттиск“», «завод "Изумруд"», ПАО «…»: what stands before a firm's name in quotes.
RUSSIAN_ORG = (
    r"(?:ООО|ОАО|ПАО|ЗАО|АО|ИП|НКО|АНО|ГБУ\w*|МБУ\w*|ФГУП|ТД|ТК|ГК|ПК|НПО|НПП|УК|СК|[Кк]омпани[яиюей]+"
    r"|[Фф]ирм[аыуе]|[Тт]ипографи[яиюей]+|[Зз]авод[аеу]?|[Фф]абрик[аиуе]|[Сс]туди[яиюей]+|"
    r"[Бб]анк[аеу]?|[Аа]гентств[оае]|[Лл]аборатори[яиюей]+|[Кк]лини[кч]\w{1,2}|[Шш]кол[аыуе]|[Мм]агазин[аеу]?"
    r"|[Рр]есторан[аеу]?|[Кк]афе|[Хх]олдинг[аеу]?|[Гг]рупп[аыуе]|[Ии]здательств[оае]|[Цц]ентр[аеу]?|"
    r"[Сс]ет[ьи]|[Оо]тел[ьея]|[Гг]остиниц[аыуе]|[Сс]алон[аеу]?|[Бб]юро|[Ии]нститут[аеу]?|[Уу]ниверситет[аеу]?"
    r"|[Рр]едакци[яиюей]+|[Кк]омбинат[аеу]?|[Кк]онцерн[аеу]?|[Кк]орпораци[яиюей]+|[Пп]екарн[яиюей]+"
    r"|[Аа]птек[аиуе]|[Сс]ервис)"
)
# They bring invitations, and are not who invites.
BOARDS = words(
    """
    linkedin xing indeed stepstone glassdoor monster hh.ru headhunter superjob hh rabota zarplata avito authority
    workable greenhouse lever smartrecruiters ashby personio recruitee teamtailor bamboohr jobvite icims workday
    zoom teams microsoft google skype calendly webex telegram whatsapp slack outlook gmail telemost яндекс телемост
    работа авито хабр суперджоб
    """
)
BOARD_ENDINGS = bounded_pattern(
    r"(?i)(?:^|\W)(?:работа|вакансии|jobs?|careers portal|job board|stellenbörse|jobbörse)(?:\.|$)|\.(?:ru|com"
    r"|de|net|org|example)$"
)

TITLE_WORDS = words(
    """
    manager managers director head headteacher headmaster headmistress principal dean matron lead leader chief
    officer ceo cto cfo coo vp president founder co-founder owner partner recruiter recruiting recruitment talent hr
    human people personnel acquisition assistant secretary coordinator specialist engineer developer analyst
    designer consultant accountant architect supervisor foreman editor curator librarian advisor adviser associate
    administrator representative generalist sourcer scientist professor teacher nurse chef operations sales
    marketing team department office reception headhunter interviewer executive researcher planner geschäftsführer
    geschäftsführerin geschäftsführung inhaber inhaberin leiter leiterin leitung personalleiterin personalleiter
    personalreferent personalreferentin personalabteilung personal personalwesen recruiterin referent referentin
    assistentin assistenz sekretariat teamleiter teamleiterin bereichsleiter bereichsleiterin abteilung
    abteilungsleiter abteilungsleiterin bewerbermanagement ausbildungsleiter sachbearbeiter sachbearbeiterin
    prokurist vorstand meister meisterin personalentwicklung nachwuchsteam директор генеральный руководитель
    начальник начальница рекрутер рекрутёр менеджер специалист кадров персонала персоналу подбору подбора
    hr-менеджер hr-директор hr-специалист эйчар основатель основательница управляющий управляющая заместитель
    заведующий заведующая секретарь помощник помощница инженер бухгалтер администратор отдел отдела служба тимлид
    технолог партнёр партнер ассистент ассистентка координатор
    """
)
# Words that a position ends with, or has, where nothing else tells it from a firm: "Interview Press operator".
JOB_WORDS = TITLE_WORDS | words(
    """
    operator clerk technician mechanic electrician driver cook baker waiter waitress bartender barista cleaner
    cashier seller salesperson salesman illustrator writer copywriter journalist photographer artist translator
    tutor lecturer doctor pharmacist therapist caregiver carer nanny guard security warehouse worker labourer
    laborer picker packer welder carpenter plumber painter gardener trainee intern internship apprentice
    apprenticeship graduate junior senior midshift shift programmer tester qa sre devops admin sysadmin data product
    project program software backend frontend fullstack full-stack web mobile android ios machine learning support
    customer service success account controller buyer merchandiser steward receptionist dispatcher machinist
    researcher postdoc instructor coach trainer strategist producer animator ux ui lawyer attorney paralegal counsel
    auditor underwriter actuary broker agent teller stylist hairdresser florist tailor entwickler entwicklerin
    ingenieur ingenieurin kaufmann kauffrau sachbearbeitung verkäufer verkäuferin pfleger pflegekraft
    pflegefachkraft erzieher erzieherin lehrer lehrerin mechaniker mechatroniker elektriker elektroniker fahrer
    fahrerin koch köchin bäcker bäckerin konditor mitarbeiter mitarbeiterin fachkraft techniker technikerin
    praktikant praktikantin praktikum werkstudent werkstudentin auszubildende ausbildung azubi berater beraterin
    buchhalter buchhalterin mediengestalter mediengestalterin redakteur redakteurin kaufleute lagerist
    steuerfachangestellte vertrieb energieberatung projektleiter projektleiterin laborant laborantin schreiner
    tischler maler arzthelferin оператор водитель повар пекарь продавец кассир официант курьер кладовщик грузчик
    слесарь сварщик электрик электромонтёр электромонтер монтажник механик мастер диспетчер логист экономист юрист
    программист разработчик тестировщик аналитик дизайнер редактор корректор копирайтер переводчик учитель
    преподаватель воспитатель врач медсестра фармацевт лаборант токарь фрезеровщик технолог архитектор сметчик
    прораб маркетолог консультант стажёр стажер методист библиотекарь кондитер бариста швея охранник сантехник маляр
    """
)
CLOSINGS = (
    r"(?:(?:with\s+)?(?:best|kind|warm|warmest|kindest|many)\s+(?:regards|wishes|thanks)|regards"
    r"|sincerely(?:\s+yours)?|yours(?:\s+(?:sincerely|faithfully|truly))?|best|cheers|thanks(?:\s+(?:again"
    r"|so\s+much|a\s+lot))?|thank\s+you|all\s+the\s+best|warmly|cordially|take\s+care|talk\s+soon"
    r"|see\s+you(?:\s+\w+)?|looking\s+forward"
    r"|(?:mit\s+)?(?:freundlichen?|besten?|herzlichen?|vielen?|schönen?|lieben?|sonnigen?|liebe|beste|viele"
    r"|herzliche|freundliche|schöne)\s+(?:grüßen?|gruß|gruss|grüssen?)(?:\s+aus\s+\w+)?|mfg|vg|lg"
    r"|hochachtungsvoll|bis\s+(?:dann|bald|dahin)"
    r"|(?:с\s+)?(?:уважением|наилучшими\s+пожеланиями|искренне(?:\s+ваш\w?)?|всего\s+(?:доброго|хорошего)"
    r"|до\s+(?:встречи|свидания|связи)|спасибо|хорошего\s+дня|удачи|благодар\w+))"
)
SALUTATION = bounded_pattern(
    r"(?i)^\W*(?:dear|hi|hello|hey|good\s+(?:morning|afternoon|evening|day)|sehr\s+geehrte\w?|guten\s+(?:tag"
    r"|morgen|abend)|hallo|liebe[rs]?|moin|servus|grüß\s+gott|здравствуйте|добрый\s+(?:день|вечер)"
    r"|доброе\s+утро|привет|уважаем\w+|доброго\s+\w+\s+\w+)\b"
)
