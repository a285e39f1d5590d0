"""What the words for the state of an application mean, in other people's tables: how a record has ended, or that it has
not. A word that is not here is asked about; a record is never open without a word because its state was not understood.

``OUTCOMES`` has a row for each outcome. The ways in are ``meaning_of``, and ``holds_states`` for a whole column.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping

from msgspec import Struct

from chalicelib.playbook.event import EventKind, Result

EventSketch = Mapping[str, object]


class StatusWords(Struct, frozen=True):
    """An outcome as the export names it, empty for a record that is open; the events that lead to it, in their order,
    without their days; and the words for it, with commas between."""

    outcome: str
    events: tuple[EventSketch, ...]
    words: str

    @property
    def is_open(self) -> bool:
        """Whether the record goes on."""
        return not self.events


_CLOSED: EventSketch = {"kind": EventKind.CLOSED}
_WITHDRAWN: EventSketch = {"kind": EventKind.WITHDRAWN}
_OFFER: EventSketch = {"kind": EventKind.HEARD_BACK, "result": Result.OFFER}
_REFUSAL: EventSketch = {"kind": EventKind.HEARD_BACK, "result": Result.REFUSAL}
NEXT_ROUND: EventSketch = {"kind": EventKind.HEARD_BACK, "result": Result.NEXT_ROUND}

# What led to the outcome is unknown: so a refusal is closed, and asks for no further call. "Declined" alone says not by
# whom, so it is among no words; neither are the words for applications that have led to no interview yet.
OUTCOMES = (
    StatusWords(
        "",
        (),
        "open, pending, waiting, in progress, in process, ongoing, active, interview, interviews, interviewing, "
        "interviewed, interview scheduled, scheduled, scheduled interview, interview completed, interview done, "
        "interview stage, 1st interview, 2nd interview, 3rd interview, first interview, second interview, "
        "third interview, final interview, final round, technical interview, tech interview, phone screen, "
        "phone interview, phone screening, video interview, onsite, on site, onsite interview, hr interview, "
        "recruiter screen, screening, take home, assessment, awaiting response, awaiting reply, awaiting decision, "
        "awaiting feedback, waiting for response, waiting for feedback, waiting for answer, waiting to hear back, "
        "follow up, followed up, under review, under consideration, invited, "
        "жду, ждем, жду ответа, жду ответ, ждем ответа, ожидание, в ожидании, ожидаю ответа, ожидает, открыто, "
        "в процессе, в работе, активно, собеседование, собеседования, интервью, назначено собеседование, "
        "собеседование назначено, собеседование пройдено, прошел собеседование, прошла собеседование, "
        "первое собеседование, второе собеседование, финальное собеседование, техническое собеседование, "
        "скрининг, приглашение, приглашен, приглашена, на рассмотрении, рассматривают, тестовое, тестовое задание, "
        "offen, laufend, läuft, in bearbeitung, aktiv, ausstehend, wartend, warten, warte auf antwort, "
        "vorstellungsgespräch, gespräch, im gespräch, interview geplant, eingeladen, einladung, telefoninterview, "
        "erstgespräch, zweitgespräch, "
        "ouvert, en cours, en attente, entretien, entretien prévu, entretien passé, entretien planifié, relance, "
        "abierto, en curso, en proceso, pendiente, entrevista, a la espera, em andamento, em processo, aguardando, "
        "aperto, in corso, in attesa, colloquio, open staand, lopend, in afwachting, gesprek, "
        "w toku, oczekuje, oczekiwanie, rozmowa, rozmowa kwalifikacyjna, співбесіда, очікую, в процесі, "
        "pågående, väntar, intervju, intervjuad, probíhá, čekám, pohovor",
    ),
    StatusWords(
        "offer",
        (_OFFER,),
        "offer, offers, offered, offer received, received offer, got offer, got an offer, offer made, job offer, "
        "offer extended, verbal offer, negotiating, negotiation, offer stage, "
        "оффер, офер, предложение, получен оффер, получил оффер, получила оффер, есть оффер, предложили, "
        "angebot, zusage, angebot erhalten, zusage erhalten, vertragsangebot, jobangebot, "
        "offre, offre reçue, proposition, proposition reçue, oferta, oferta recibida, oferta recebida, offerta, "
        "offerta ricevuta, aanbod, aanbieding, oferta pracy, пропозиція, erbjudande, nabídka",
    ),
    StatusWords(
        "accepted",
        (_OFFER, {"kind": EventKind.OFFER_ACCEPTED}),
        "accepted, offer accepted, accepted offer, i accepted, hired, got the job, got hired, signed, joined, started, "
        "onboarding, принят, принята, приняли, принял, приняла, принято, оффер принят, принял оффер, приняла оффер, "
        "нанят, нанята, "
        "вышел на работу, вышла на работу, angenommen, angebot angenommen, eingestellt, unterschrieben, "
        "acceptée, offre acceptée, embauché, embauchée, aceptada, oferta aceptada, contratado, contratada, aceita, "
        "oferta aceita, accettata, offerta accettata, assunto, assunta, aangenomen, zatrudniony, zatrudniona, "
        "anställd, přijat",
    ),
    StatusWords(
        "declined",
        (_OFFER, {"kind": EventKind.OFFER_DECLINED}),
        "offer declined, declined offer, i declined, declined by me, declined by candidate, offer rejected, "
        "offer turned down, turned down offer, rejected offer, отказался от оффера, отказалась от оффера, "
        "оффер отклонен, отклонил оффер, отклонила оффер, angebot abgelehnt, abgelehnt von mir, von mir abgelehnt, "
        "offre refusée, offre déclinée, oferta rechazada, oferta recusada, offerta rifiutata, aanbod afgewezen",
    ),
    StatusWords(
        "refusal",
        (_REFUSAL, _CLOSED),
        "refusal, refused, rejected, rejection, reject, rejected by company, company rejected, rejected by employer, "
        "declined by company, declined by employer, application rejected, application declined, not selected, "
        "not hired, unsuccessful, turned down by company, no offer, failed, fail, not moving forward, not proceeding, "
        "no longer under consideration, rejected after interview, rejected post interview, denied, did not get it, "
        "position filled, filled, "
        "отказ, отказали, отклонен, отклонена, отклонено, не подошел, не подошла, не прошел, не прошла, не взяли, "
        "получен отказ, отказ после собеседования, отказ работодателя, вакансия закрыта, "
        "absage, abgelehnt, abgesagt, absage erhalten, nicht genommen, nicht ausgewählt, leider nein, "
        "refus, refusé, refusée, rejeté, rejetée, refus reçu, rechazado, rechazada, descartado, descartada, "
        "rejeitado, rejeitada, recusado, recusada, reprovado, reprovada, rifiutato, rifiutata, respinto, respinta, "
        "scartato, scartata, afgewezen, afwijzing, odrzucony, odrzucona, odrzucono, odmowa, відмова, відмовили, "
        "avslag, nekad, zamítnuto, zamítnut",
    ),
    StatusWords(
        "no_answer",
        (_CLOSED,),
        "no answer, no response, no reply, ghosted, ghost, ghosting, silence, never heard back, no feedback, "
        "not heard back, did not hear back, no news, unresponsive, radio silence, expired, closed, archived, archive, "
        "closed out, dead, "
        "нет ответа, без ответа, тишина, молчат, молчание, не ответили, не отвечают, нет реакции, пропали, "
        "игнор, игнорируют, гостинг, закрыто, закрыта, закрыт, архив, в архиве, "
        "keine antwort, keine rückmeldung, keine reaktion, nichts gehört, funkstille, geschlossen, archiviert, "
        "pas de réponse, sans réponse, aucune réponse, clôturé, clôturée, archivé, archivée, sin respuesta, cerrado, "
        "cerrada, sem resposta, encerrado, encerrada, nessuna risposta, senza risposta, chiuso, chiusa, geen antwoord, "
        "geen reactie, gesloten, brak odpowiedzi, bez odpowiedzi, zamknięte, немає відповіді, без відповіді, "
        "inget svar, bez odpovědi",
    ),
    StatusWords(
        "withdrawn",
        (_WITHDRAWN,),
        "withdrawn, withdrew, withdraw, i withdrew, application withdrawn, candidate withdrew, cancelled by me, "
        "withdrawn by me, dropped out, opted out, passed on it, not interested, no longer interested, "
        "отозвал, отозвала, отозвано, отказался, отказалась, снял кандидатуру, сняла кандидатуру, сам отказался, "
        "сама отказалась, мой отказ, не интересно, неинтересно, "
        "zurückgezogen, bewerbung zurückgezogen, rückzug, kein interesse, "
        "retiré, retirée, candidature retirée, retirado, retirada, desistência, desisti, ritirato, ritirata, "
        "teruggetrokken, ingetrokken, wycofany, wycofana, wycofane, відкликано, відмовився, відмовилась, "
        "återkallad, staženo",
    ),
    StatusWords(
        "next_round",
        (NEXT_ROUND,),
        "next round, moved to next round, next stage, advanced, moved forward, proceeding to next round, "
        "следующий этап, следующий раунд, прошел дальше, прошла дальше, следующий тур, nächste runde, "
        "weiter zur nächsten runde, tour suivant, prochain tour, étape suivante, siguiente ronda, próxima fase, "
        "prossimo turno, volgende ronde, następny etap, kolejny etap, наступний етап",
    ),
)

_LONGEST = 120  # characters: no word for a state is longer
_NO_LETTERS = re.compile(r"[\W_]+|\b\d+\b")  # emoji, punctuation, and the numbers by which stages are sorted


def _plain(text: str) -> str:
    """A word for comparison: without regard to case, signs, numbers, spacing and the two points of ё."""
    composed = unicodedata.normalize("NFKC", text[: _LONGEST + 1]).casefold().replace("ё", "е")
    return " ".join(_NO_LETTERS.sub(" ", composed).split())


_BY_OUTCOME: Mapping[str, StatusWords] = {row.outcome: row for row in OUTCOMES}
_BY_WORD: Mapping[str, StatusWords] = {_plain(word): row for row in OUTCOMES for word in row.words.split(",")}
_NOTHING_SAID = OUTCOMES[0]


def meaning_of(cell: str) -> StatusWords | None:
    """What a cell says of the state of a record; None if it is not understood. An empty one says that it is open.

    A cell that is to the letter what the export writes is our own: ``declined`` is an offer that the owner declined.
    """
    if not cell.strip():
        return _NOTHING_SAID
    if cell in _BY_OUTCOME:
        return _BY_OUTCOME[cell]
    return None if len(cell) > _LONGEST else _BY_WORD.get(_plain(cell))


def holds_states(cells: Iterable[str]) -> bool:
    """Whether a column is one of states, by its cells: at least half of those that say anything are words for one."""
    said = [cell for cell in cells if cell.strip()]
    return bool(said) and sum(meaning_of(cell) is not None for cell in said) * 2 >= len(said)
