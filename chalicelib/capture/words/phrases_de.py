"""German phrases of invitations and answers; ``says.pattern_of`` explains how they are written."""

from __future__ import annotations

from chalicelib.capture.words.says import Phrases, Says

GERMAN: Phrases = {
    Says.INVITES: r"""
        (lade|laden|einladen|einzuladen|eingeladen|einlade)( \S+){0,14} (gespräch*|vorstellungsgespräch*|interview*|kennenlern*|termin*|probearbeit*|assessment*|probetag*|videocall*|telefonat*|bewerbungsgespräch*|auswahltag*|call)
        (gespräch|vorstellungsgespräch|interview|kennenlernen|kennenlerngespräch|probearbeiten|probetag|bewerbungsgespräch|erstgespräch|telefoninterview|videointerview|assessment*)( \S+){0,10} (einladen|einzuladen|eingeladen|ein|einlade)
        einladung (zum|zu einem|zu ihrem|zu deinem|zur|für|:) (\S+ ){0,3}(gespräch*|vorstellungsgespräch*|interview*|kennenlern*|bewerbungsgespräch*|probearbeit*|assessment*|erstgespräch*|telefoninterview*)
        (möchten|würden|würde|möchte|wollen) … (kennenlernen|kennen lernen|kennenzulernen|ins gespräch kommen|austauschen|einladen|unterhalten|vereinbaren)
        (gespräch|vorstellungsgespräch|interview|telefoninterview|videointerview|bewerbungsgespräch|erstgespräch|kennenlerngespräch|vorstellungstermin|gesprächstermin)( \S+){0,12} (statt|bestätigt|bestätigen|vereinbart|geplant|angesetzt|stattfinden|fest|festgelegt|terminiert|vereinbaren|führen)
        (bestätig*|vereinbar*|bestätigung)( \S+){0,8} (gespräch*|vorstellungsgespräch*|interview*|gesprächstermin*|vorstellungstermin*|bewerbungsgespräch*|telefoninterview*)
        (freuen|freue) (uns|mich)( \S+){0,6} (auf (das|ein|unser|ihr|dein|euer) (\S+ ){0,2}(gespräch|vorstellungsgespräch|interview|kennenlernen)|sie kennenzulernen|dich kennenzulernen|sie persönlich)
        (erinner*)( \S+){0,8} (gespräch*|vorstellungsgespräch*|interview*|termin*)
        (termin|zeit|lust|möglichkeit|gelegenheit)( \S+){0,4} (für|zu|auf) (ein|einem|das|ihr|dein|unser|einen)( \S+){0,2} (gespräch*|vorstellungsgespräch*|interview*|telefonat*|kennenlern*|call|videocall|erstgespräch*)
        (dem|das|unserem|unser) (ganzen |ganze )?team (vorstellen|kennenlernen)
        zum (vorstellungsgespräch|interview|kennenlernen|bewerbungsgespräch|kennenlerngespräch|probearbeiten) (am|begrüßen|bei|um|in)
        (vorstellungsgespräch*|bewerbungsgespräch*|interviewtermin|gesprächstermin)( \S+){0,4} (am|um|mit ihnen|mit dir)
        (kennenlern*|vorstellungsgespräch*|bewerbungsgespräch*) (per|via|über|vor ort|bei uns|online)
    """,
    Says.MEETS: r"""
        (passt|passen|würde|wäre|ginge)( \S+){0,8} (ihnen|dir|euch|möglich|recht|passen|gehen)
        wie (sieht|wäre|siehts|sähe)( \S+){0,8} aus
        (passt|passen) (es )?(ihnen|dir|das)
        (haben|hätten|hast|hättest) (sie|du) … (zeit|verfügbar)
        (bis|wir sehen uns|sehen uns|sprechen uns|treffen uns|hören uns) (\S+ )?(am|dann|morgen|montag|dienstag|mittwoch|donnerstag|freitag|dahin|um)
        (folgende*|diese*) (termine|terminvorschläge|zeiten|zeitfenster|slots|terminoptionen)
        (wählen|suchen|buchen) sie( \S+){0,4} (termin|zeitfenster|slot)
        (termin|uhrzeit|wann|datum|zeit|ort|datum und uhrzeit|wo):
        (kommen|melden|erscheinen|finden) sie (sich )?(bitte )?
        (erwarten|begrüßen|empfangen) (sie|dich|wir)
        (freuen|freue) (uns|mich)( \S+){0,4} (auf sie|auf dich|sie|dich|auf den austausch|auf das treffen)
        (rufe|rufen) (ich |wir )?(sie|dich)( \S+){0,5} an
        (unser|ihr|dein|der|den) (termin|gespräch|treffen)
    """,
    Says.NAMES_INTERVIEW: r"""
        (vorstellungs|bewerbungs|erst|zweit|kennenlern|auswahl|online-?|video)(gespräch|interview|call|termin)*
        (telefon|video|job|online-?)?interview
        interviewtermin*
        gesprächstermin*
        kennenlernen
        probe(arbeiten|tag)
        assessment[- ]?center
        auswahltag*
    """,
    Says.NEXT_ROUND: r"""
        (zweit*|dritt*|nächst*|weiter*|final*|letzt*) (runde|gesprächsrunde|gespräch*|interview*|vorstellungsgespräch*|kennenlern*|stufe|schritt*|bewerbungsrunde)( \S+){0,10} (einladen|einzuladen|eingeladen|ein|mit ihnen|mit dir|statt|am|kennenlernen|führen)
        (laden|lade|einladen|einzuladen|möchten|würden|freuen|wollen)( \S+){0,12} (zweit*|dritt*|nächst*|weiter*|final*|letzt*|erneut*|zweitgespräch*) (runde|gesprächsrunde|gespräch*|interview*|vorstellungsgespräch*|stufe|bewerbungsrunde|termin*|kennenlern*|treffen|schritt*)
        zweitgespräch*( \S+){0,10} (einladen|einzuladen|eingeladen|ein|mit ihnen|mit dir|statt|am)?
        (laden|einladung|einladen|einzuladen)( \S+){0,8} zweitgespräch*
        (sie sind|du bist|sie haben|du hast)( \S+){0,3} (eine runde weiter|weiter|in der nächsten|in die nächste|im finale)
        (wiedersehen|wiederzusehen|nochmals? einladen|erneut einladen|noch einmal (einladen|sehen|treffen|sprechen))
    """,
    Says.LATER_ROUND: r"""
        (zweit*|dritt*|nächst*|weiter*|final*|letzt*) (runde*|gesprächsrunde*|gespräch*|interview*|vorstellungsgespräch*|stufe|schritt*)
        zweitgespräch*
    """,
    Says.MOVES: r"""
        (müssen|muss|möchten|möchte|würden|würde|können|könnten|können wir|leider|bitten|bitte|gerne)( \S+){0,14} (verschieben|schieben|verlegen|verschoben|umplanen|vertagen|verlegt|vorverlegen|zu verschieben|zu verlegen)
        (gespräch*|vorstellungsgespräch*|interview*|termin*|kennenlern*|treffen|call|telefonat*)( \S+){0,12} (verschoben|verlegt|verschieben|verlegen|vorverlegt|vertagt|verschiebt sich|verschiebt)
        (verschiebung|verlegung|terminverschiebung|terminänderung|terminverlegung|neuer termin|geänderter termin|neue uhrzeit)
        (habe|haben)( \S+){0,10} (verschoben|verlegt)
        (ausweichtermin|ersatztermin|alternativtermin|neuen termin|anderen termin)
        (kann|können|schaffe|schaffen)( \S+){0,10} (leider )?(doch )?nicht (wahrnehmen|einhalten|halten|dabei sein)
        verschieben wir
        dazwischen ?gekommen
        zur (gleichen|selben) (zeit|uhrzeit)
        verschiebt sich
    """,
    Says.CANCELS: r"""
        (gespräch*|vorstellungsgespräch*|interview*|termin*|kennenlern*|treffen|call)( \S+){0,12} (abgesagt|absagen|abzusagen|entfällt|entfallen|nicht statt|nicht stattfinden|ausfallen|fällt aus|storniert|gestrichen|abgesetzt)
        (absage|absagen|abgesagt|storniert|stornierung)( \S+){0,4} (gespräch*|vorstellungsgespräch*|interview*|termin*|kennenlern*)
        (terminabsage|absage des termins|fällt( \S+){0,4} aus)
        abgesagt:
    """,
    Says.REFUSES: r"""
        (für|zugunsten|zu gunsten) (\S+ ){0,3}(ander*|mitbewerber*|intern*)( \S+){0,6} (entschieden|entscheiden|entschlossen)?
        (haben|hat|sind)( \S+){0,8} (gegen (ihre|deine|sie|eine)|dagegen|anderweitig|anders|für ander*) (\S+ ){0,4}(entschieden|entschlossen|vergeben|besetzt)
        (nicht|keine)( \S+){0,6} (berücksichtigen|berücksichtigt|berücksichtigung|weiterverfolgen|in die engere|weiter verfolgen|engere auswahl|weiter im|fortsetzen|fortzusetzen|fortführen|zusagen|anbieten|einstellen|einladen|infrage|in frage)
        (stelle|position|vakanz) (?!(\S+ ){0,4}nicht (besetzt|vergeben))(\S+ ){0,5}(besetzt|vergeben|nicht mehr (frei|verfügbar|offen))
        (stelle|position)( \S+){0,5} (intern|anderweitig|bereits)( \S+){0,3} (besetzt|vergeben)
        (müssen|muss|leider)( \S+){0,10} (absagen|absage)( \S+){0,3} (müssen|erteilen|mitteilen|zu können)?
        (absage) (auf|zu|für|erteilen|bezüglich)( \S+){0,4} (bewerbung|stelle|position)
        (keine zusage|keine positive|keine gute nachricht|keine guten nachrichten|eine absage|ablehnen müssen)
        (wahl|entscheidung|auswahl)( \S+){0,4} (nicht auf sie|auf (einen |eine )?ander*|zugunsten|zu gunsten|gegen sie)
        (ander* )(kandidat*|bewerber*|person)( \S+){0,5} (entschieden|den vorzug|ausgewählt|eingestellt)
        (uns|sich|wir) (leider )?(anders|anderweitig|dagegen) entschieden
        (ihnen|dir) (leider )?absagen
        nicht (weiter )?(im (rennen|verfahren|prozess)|dabei|überzeug*)
        (passt|passen) (\S+ ){0,3}nicht (ganz |so gut )?zu
    """,
    Says.REGRETS: r"""
        (leider|bedauern|bedauerlicherweise|zu unserem bedauern)
        (wünschen|wünsche)( \S+){0,6} (erfolg|alles gute|glück)
        (unterlagen)( \S+){0,6} (zurück|löschen|vernichten|pool)
    """,
    Says.OFFERS: r"""
        (freue*|freut|gern|gerne|möchten|würden|können|wollen)( \S+){0,8} (stelle|position|job|vertrag|arbeitsvertrag|arbeitsplatz|zusage)( \S+){0,8} (anbieten|anzubieten|geben|zu geben|zukommen|senden|zusenden|an)
        (bieten|biete) (wir |ich )?(ihnen|dir)( \S+){0,8} (stelle|position|job|vertrag|arbeitsvertrag|an)
        (angebot|vertragsangebot|jobangebot|arbeitsvertrag|vertrag|vertragsentwurf)( \S+){0,6} (anbei|angehängt|im anhang|unterbreiten|zu unterbreiten|beigefügt|zusenden|machen|unterschrieben)
        (anbei|im anhang|angehängt|beigefügt)( \S+){0,6} (angebot|vertragsangebot|arbeitsvertrag|vertrag|vertragsentwurf)
        (ihnen|dir)( \S+){0,3} (ein|unser) (\S+ )?(angebot|jobangebot|vertragsangebot)( \S+){0,3} (machen|unterbreiten|zu machen|zu unterbreiten)
        (für sie|für dich) entschieden
        (entscheidung|wahl|auswahl)( \S+){0,6} (für|auf) (sie|dich)(?! (nicht|leider))
        (stelle|angebot|vertrag|job) annehmen
        (sie haben|du hast|ihr habt) (die stelle|den job|uns überzeugt und)
        (willkommen) (im|in unserem|an bord|bei)( \S+){0,2} (team|uns|bord|unternehmen)?
        (bei uns|in unserem team) (anfängst|anfangen|beginnst|beginnen|starten|startest|einsteigen|einsteigst)
        (vertrag|arbeitsvertrag)( \S+){0,4} (kommt|folgt|schicke*|sende*)
        (einstellen|zusage|zusagen) (\S+ )?(zu können|können|geben|möchten)
        (wir|ich) (\S+ ){0,3}(stellen sie ein|einstellen möchten|zusage)
    """,
    Says.WAITS: r"""
        (noch)( \S+){0,4} (nicht|keine)( \S+){0,4} (entschieden|entscheidung|entschluss|rückmeldung|abgeschlossen|so weit|gefallen|fest|getroffen)
        (noch|weitere|laufenden|derzeit|aktuell)( \S+){0,4} (gespräche|gesprächen|kandidat*|bewerber*|auswahlprozess|abstimmung|prüfung)
        (melden|melde|meldet|geben|gebe|informieren|informiere|bekommen|erhalten|kommen|hören|teilen|teile)( \S+){0,12} (bescheid|uns|mich|rückmeldung|antwort|entscheidung|von mir|von uns|auf sie|auf dich|informiert|mit|zurück)
        (bitten|bitte)( \S+){0,6} (geduld|gedulden|warten)
        (um|etwas|noch|ein wenig|ihre) geduld
        (rufe|rufen) (ich |wir )?(sie|dich)( \S+){0,5} an
        (zwischenmeldung|zwischenstand|zwischenbescheid)
        (noch|vorher)( \S+){0,4} (nichts|nicht)( \S+){0,3} (sagen|mitteilen|versprechen)
        (entscheidung|rückmeldung|antwort|ergebnis|feedback)( \S+){0,10} (bis|innerhalb|im laufe|in der|nächste*|kommende*|ende|spätestens|in den|am|treffen|fällt|fallen)
        (dauert|verzögert|benötigen|brauchen)( \S+){0,4} (noch|etwas|sich|zeit|länger)
    """,
    Says.MET_BEFORE: r"""
        (dank|danke|danken|bedanke*)( \S+){0,10} (gespräch*|interview*|kennenlern*|vorstellungsgespräch*|besuch*|austausch*|treffen|telefonat|zeit)
        (nach|seit|in|bei) (unserem|dem|ihrem|deinem|unserm)( \S+){0,3} (gespräch|interview|kennenlernen|vorstellungsgespräch|telefonat|treffen)
        (gefreut|gefallen|nett|angenehm|spannend|überzeugt|begeistert)( \S+){0,4} (gespräch*|kennenlern*|kennenzulernen|kennengelernt|sie|dich|austausch|haben)
        (gespräch|kennenlernen|interview|treffen)( \S+){0,4} (hat|war)( \S+){0,4} (gefallen|gefreut|nett|angenehm|überzeugt|spannend|gut)
    """,
    Says.APPLICATION_ARRIVED: r"""
        (dank|danke|danken|bedanke*)( \S+){0,6} (bewerbung*|interesse|bewerbungsunterlagen|unterlagen|zusendung)
        (bewerbung|unterlagen)( \S+){0,6} (erhalten|eingegangen|eingang|angekommen|prüfen|sichten|geprüft)
        (eingang|eingangsbestätigung)( \S+){0,3} (bewerbung|unterlagen|bestätig*)
        eingangsbestätigung
        (prüfen|sichten|bearbeiten)( \S+){0,3} (bewerbung|unterlagen)
    """,
    Says.ADVERTISES: r"""
        (neue|passende|aktuelle|weitere) (jobs|stellen|stellenangebote|stellenanzeigen)
        jobs? (für sie|für dich|des tages|der woche)
        (jobagent|jobalarm|suchauftrag|newsletter|webinar|jobmesse|karrieremesse|karrieretag|rabatt|gutschein)
        (jetzt bewerben|bewirb dich|bewerben sie sich)
        (wir suchen|suchen wir|gesucht|zur verstärkung)
        (tipps|ratgeber|so meistern|vorbereitung)( \S+){0,5} (vorstellungsgespräch*|interview*|bewerbungsgespräch*)
    """,
    Says.UNDELIVERED: r"""
        (konnte|kann|wurde) (\S+ )?nicht zugestellt( werden)?
        unzustellbar*
    """,
    Says.ANSWERED_CALENDAR: r"""
        hat( \S+){0,3} (einladung|termin) (angenommen|zugesagt|abgelehnt)
        (zugesagt|angenommen|abgelehnt|mit vorbehalt):
    """,
    Says.IS_AWAY: r"""
        (abwesenheitsnotiz|abwesend|automatische antwort|abwesenheitsmeldung|abwesenheitsassistent)
        (bin|bis)( \S+){0,8} (nicht im (büro|haus|dienst)|außer haus|im urlaub|in elternzeit|nicht erreichbar|abwesend)
        (im urlaub|außer haus)
    """,
    Says.IF_CHOSEN: r"""
        (wenn|falls|sofern|sollte|sollten|ob|im falle)( \S+){0,3} (ihr profil|dein profil|ihre bewerbung|deine bewerbung|ihre unterlagen|die unterlagen|wir|in die engere|passen|infrage|in frage|überzeug*|qualifikation*)
        (gegebenenfalls|eventuell|möglicherweise|vielleicht)( \S+){0,6} (einladen|gespräch*|ein|melden)
    """,
    Says.IF_YOU_NEED: r"""
        (wenn|falls|sollte|sollten|sofern) (sie|ihnen|du|dir|der termin|dieser termin|das|es|etwas|die)
        um (\S+ ){0,6}(zu verschieben|abzusagen|zu ändern|umzubuchen)
        zum (verschieben|absagen|umbuchen)
        (verschieben|absagen|umbuchen) (oder|/|und) (verschieben|absagen|umbuchen)
        (bei (verhinderung|rückfragen|bedarf)|im falle)
    """,
    Says.OF_THE_WRITER: r"""
        (ich habe|habe ich|hab|hatte|ich hatte)( \S+){0,6} (vorstellungsgespräch*|interview*|bewerbungsgespräch*|gespräch*)
        mein(e|em|en|es)? (\S+ )?(vorstellungsgespräch*|interview*|bewerbungsgespräch*)
    """,
    Says.OF_OTHERS: r"""
        (hätten|hätte|würden)( \S+){0,8} (gern|gerne)? ?(eingeladen|angeboten|kennengelernt)
        (gespräche|interviews|vorstellungsgespräche)( \S+){0,6} (laufen|finden|führen|statt|mit ander*|mit weiter*|noch|dauern)
        (mit|weitere|andere|anderen|weiteren) (\S+ )?(kandidat*|bewerber*|bewerbungen)
        (viel erfolg|viel glück|daumen)( \S+){0,5} (gespräch*|interview*|vorstellungsgespräch*|bewerbungsgespräch*)
    """,
    Says.DENIES: r"""
        (nicht|kein|keine|keinen|keiner|keinem|nie)( \S+){0,2}
    """,
}
