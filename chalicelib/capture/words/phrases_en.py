"""English phrases of invitations and answers; ``says.pattern_of`` explains how they are written."""

from __future__ import annotations

from chalicelib.capture.words.says import Phrases, Says

ENGLISH: Phrases = {
    Says.INVITES: r"""
        invit(e|es|ing) you … (interview|conversation|chat|call|assessment|screening|meeting|panel|trial shift|trial day|meet|come in|visit us)
        (pleased|happy|delighted|glad) to (invite|offer) you … interview
        (would|'d) (like|love|be keen|be happy) to interview you
        (would|'d) (like|love|be keen|be happy) to (set up|schedule|arrange|organi[sz]e|book|have|find a time for|find time for) … (interview|phone screen|intro call|introductory call|first call|first chat|conversation|chat|call with you|quick call|zoom call|video call|meeting with you)
        (bring|have|get|see) you (in|over)( \S+){0,3} (to|for)
        (want|wanted) to (set up|schedule|arrange|organi[sz]e|book|invite) … (interview|phone screen|call|conversation|chat|meeting)
        (would|'d) (like|love) to (speak|talk|chat|meet|get to know) (with |to )?you
        (you|you're|you are|you have been|you've been|have been|are) (invited|scheduled|booked|shortlisted|selected|confirmed) (in )?(to|for) … (interview|assessment|screening|conversation)
        (your|our|the|an|a|first|phone|video|online|initial)( \S+){0,3} (interview|phone screen|screening call|assessment cent(er|re)) … (is|has been|was|will be|'s) (now |hereby |all |provisionally )?(scheduled|confirmed|booked|set|set up|arranged|fixed|planned|taking place|held|on)
        (confirm|confirming|confirms|confirmed)( \S+){0,4} (interview|conversation|phone screen|screening call)
        (have|'ve) (scheduled|booked|arranged|set up|set) … (interview|phone screen|conversation)
        (schedule|arrange|set up|book) (a|an|your|the|our|first|this)( \S+){0,3} (interview|phone screen|screening|intro call|conversation)
        (look forward|looking forward) to (interviewing you|your interview|the interview|our interview)
        interview (invitation|invite|confirmation|confirmed|scheduled|details|reminder)
        (invitation|invite) (to|for|to an|for an|to your|for your|:) (\S+ ){0,2}interview
        (reminder|remind you)( \S+){0,5} interview
        (come|pop|drop|stop) (in|by|over|round|down)( \S+){0,2} (for|to) (a|an|your|the)( \S+){0,2} (interview|chat|talk|trial)
        (available|free|able|available to|time) (for|to)( \S+){0,4} (interview|phone screen|phone interview|video interview|intro call|introductory call)
        (can|could|would) you … (for|to) (an|a|another|your|the) (job |phone |video |first |short |quick )?interview
        (i'm|i am|we're|we are|i'll be|we'll be) interviewing you
        (put|pencil|pencilled|penciled) you (in|down) … (interview|chat|call)?
        (next step|next stage)( \S+){0,6} (interview|phone screen|call|conversation|chat|assessment|panel|meeting|talk)
    """,
    Says.MEETS: r"""
        (look forward|looking forward|happy|excited|glad) to (meeting|seeing|speaking with|talking to|talking with|speaking to|welcoming|meet|see) you
        (see|talk to|speak to|speak with|meet) you (on|at|there|then|tomorrow|next|this|in|soon)
        (are|would|will) you (be )?(free|available)
        (does|would|do|will)( \S+){1,6} (work|suit|be convenient|be ok|be okay|fit)( (for )?you)?
        (any|either|which|one) of (these|the following|those)( \S+){0,3} (work|suit|times|slots|dates)
        (following|these) (times|slots|dates|options|days)
        (choose|pick|select|book|grab|find) (a|your|any|one)?( \S+){0,2} (slot|time)
        (let's|let us|shall we|can we|could we) (meet|talk|speak|chat|do|say|have a (call|chat))
        (come|drop|pop|stop) (in|by|over) (on|at|tomorrow|this|next)
        please (come|arrive|report|be)
        (join|joining) (us|here|the (call|meeting|interview)|link|via|by|on|at)
        (appointment|meeting|call|conversation|session) (is|has been|was) (confirmed|scheduled|booked|set|arranged)
        (we will|we'll|i'll|i will) (meet|call you|ring you|phone you|be meeting)
        when:
        (date|time|date and time|when|interview date):
    """,
    Says.NAMES_INTERVIEW: r"""
        (?<!/)(job |phone |video |telephone |online |first |panel |technical |hiring )?interview
        (phone|recruiter|telephone|technical) (screen|screening)
        (intro|introductory|screening) call
        assessment (day|cent(er|re))
        trial (shift|day)
    """,
    Says.NEXT_ROUND: r"""
        (second|third|fourth|2nd|3rd|final|next|last) (round|stage|interview)( \S+){0,8} (with you|invite you|you)
        (invit|mov|tak|bring|progress|advanc|put)(e|es|ing)? you( \S+){0,6} (second|third|2nd|3rd|final|next|last|further|follow-?up) (round|stage|interview|step|conversation|meeting|phase)
        (invite|like|love|want|have|see|meet) you … (second|third|2nd|3rd|final|next|last|further|follow-?up) (round|stage|interview|step|conversation|meeting)
        (second|2nd|third|3rd|final|follow-?up) (round |stage )?interview( \S+){0,4} (is|has been|will be) (scheduled|confirmed|booked|set|on|at)
        (you've|you have|you) (made it|advanced|moved on|progressed|passed|been selected|been shortlisted|gone through|got through|are through)( \S+){0,4} (the|our) (second|third|2nd|3rd|final|next|last)
        (meet|meeting) you again
        invite you back
        have you (back|in again)
        come back (in )?(to meet|for a|and meet|to speak)
        (your|a) (second|2nd|third|3rd|final) (round )?(interview|conversation)
    """,
    Says.LATER_ROUND: r"""
        (second|third|2nd|3rd|final|next|last|further|another|follow-?up) (round|stage|interview|step|conversation|phase)s?
        (move|moving|go|going|proceed|proceeding) (forward|ahead|on) with (you|your (application|candidacy))
        next (step|stage)
        (one more|another) (conversation|interview|meeting|chat)
    """,
    Says.MOVES: r"""
        (need|needs|have|has|had|like|want|possible|going|forced|okay|ok|mind|able|must|would|may|will) (to )?(\S+ ){0,3}(reschedule|rescheduling|(move|moving)(?! (you|forward|ahead|on|in|further)(?!\w))|postpone|postponing|push back|shift|rearrange|delay|bring forward) … (interview|call|meeting|appointment|conversation|chat|it|us|our|your|the time|slot|talk|session)
        (interview|call|meeting|appointment|conversation|chat|slot|time|session)( \S+){0,8} (has|have|had|is|was|be|been|being|gets) (to be |been |being |now ){0,2}(rescheduled|moved|postponed|pushed back|shifted|rearranged|brought forward|put off|changed)
        (have|has|had|'ve|i|we)( just| already)? (moved|rescheduled|postponed|shifted|rearranged|pushed) (back )?(our|your|the|it|this)
        (rescheduled|postponed|moved|rescheduling|postponement)( \S+){0,3} (interview|appointment|call|meeting|to)
        (interview|appointment|call|meeting) (rescheduled|postponed|moved|time changed|update)
        (new|updated|changed|different|revised) (time|date|day)( and time)?( \S+){0,3} (interview|appointment|call|meeting|conversation)
        (updated|rescheduled|changed): … (interview|call|meeting|appointment)
        (can|could|shall) we( \S+){0,3} (move|push|shift|reschedule|postpone|bring)
        (can|could|shall|may) we( \S+){1,10} instead
        (find|suggest|propose|agree on|look for|come up with|send you|be in touch with) (a|another|an alternative|some)( \S+){0,2} (new|different|other|alternative|another)? ?(date|time|day|slot|appointment)s? instead
        (no longer|not|can't|cannot|won't)( \S+){0,5} (make it|make|manage|do)( \S+){0,5} (interview|tomorrow|today|monday|tuesday|wednesday|thursday|friday)
        (find|suggest|propose) (a|another|an alternative) (new |different |alternative )?(date|time|day|slot)
        please reschedule
        (would|could|can|shall|does)( \S+){1,12} instead
        double-?(booked| booked)
        something( has|'s)? (came|come) up
        (at )?(the )?same time( suit| work|\?)
        (change|changed|changing|alter)( \S+){0,4} (time|date|day)( of| for)?( \S+){0,2} (interview|call|meeting|appointment)
    """,
    Says.CANCELS: r"""
        (cancel|cancelling|canceling|call off|calling off)( \S+){0,5} (interview|meeting|call|appointment|conversation|session)
        (have|has|had|'ve|we|i) (cancelled|canceled|called off)( \S+){0,5} (interview|meeting|call|appointment|conversation|session|event)
        (interview|meeting|call|appointment|conversation|session)( \S+){0,10} (is|has been|was|will be|have|has|had|needs|must|be)( to be| been)? (cancelled|canceled|called off)
        (interview|meeting|call|appointment)( \S+){0,10} (won't|can't|cannot|isn't|(will|can|does|is) (not|no longer))( be)? (take place|taking place|going ahead|go ahead|happening|happen)
        (cancelled|canceled|cancellation)( event)?:
        (cancellation of|cancelled|canceled)( \S+){0,3} (interview|appointment|meeting)
        (interview|appointment) (cancelled|canceled|cancellation)
    """,
    Says.REFUSES: r"""
        (not|cannot|n't|no longer|unable to|not able to) (\S+ ){0,2}(be |to )?(tak|mov|go|progress|proceed|continu|pursu)(e|ing|ed)?( \S+){0,5} (forward|further|ahead|on with your|your application|your candidacy|with you|with your)
        (not|n't|no longer) (be )?(proceed|progress|pursu|consider)(ing|e)( \S+){0,4} (you|your|application|candidacy)
        (decided|chosen|opted|elected|going|choosing|deciding) (to (go|proceed|move|continue|progress|work)( \S+){0,3} (with )?|for |on |in favou?r of )(another|other|different|someone|somebody|an internal|a different|a more|candidates|those|one of)
        (go|gone|going|went|proceed|proceeding|moving|move|offered)( \S+){0,4} (another|other|different|internal|stronger) (candidate|applicant|person)s?
        (another|other) (candidate|applicant)s? (was|were|has|have)( \S+){0,3} (selected|chosen|more|closer|better|accepted|hired|stronger)
        (position|role|job|vacancy|post|opening) (has|is|was)( \S+){0,2} (been )?(filled|closed|withdrawn|frozen|put on hold|taken)
        (we|we've|we have|i|i've|i have)( \S+){0,2} (filled|closed) (the|this) (position|role|job|vacancy|post|opening)
        (filled|closed) (the|this) (position|role|job|vacancy|post|opening)
        (application|candidacy|you)( \S+){0,6} (was|were|been|is|are) (not |un)(successful|selected|shortlisted|chosen)
        (application|candidacy)( \S+){0,5} (unsuccessful|rejected|declined|turned down)
        (unable|not able|cannot|can't|won't be able|not going|not in a position) (to )?(offer|make) you( \S+){0,3} (position|role|job|post|offer|interview|place)
        (decided|chosen|resolved) (against|not to|that we (will|won't|are))( \S+){0,2} (offer|hire|proceed|pursue|continue|go|move|take|invite|progress|not|you)
        not (be )?(able to )?(invit|offer|select|hir)(ing|e|ed)? you
        (chose|chosen|picked|selected|appointed|hired|pursue|pursuing|prefer|preferred) (another|other|someone else|somebody else|(a |an )?(different|internal|stronger)) (candidate|applicant|person)?s?
        (chose|chosen|picked|selected|appointed|hired) (someone|somebody) else
        (gone|going|went|go) with (someone|somebody|another)
        not been (successful|selected|shortlisted|chosen|accepted)
        not (the right|a good|quite the|a|quite a|the best) (fit|match)
        not (selected|chosen|successful|shortlisted) (for|on|in|at)
        (you|your)( \S+){0,4} (hasn't|haven't|wasn't|weren't|didn't)( \S+){0,2} (selected|successful|chosen|make it|get it|get the)
        (we|we've|they|i|they've|i'm|i am|it's|it is|the answer is)( \S+){0,4} a no (from us|from them|this time|for now)?
        won't be (\S+ ){0,2}(moving|taking|going|progressing|offering|inviting|hiring|proceeding)
    """,
    Says.REGRETS: r"""
        unfortunately
        regret to (inform|tell|let)
        sorry to (inform|tell|let|say)
        (wish|wishing) you( \S+){0,4} (best|luck|success)
        keep your (details|cv|resume|résumé|application) on file
    """,
    Says.OFFERS: r"""
        (pleas|delight|happ|glad|excit|thrill|honou?r|pleasure)* … (to |can |in )?(offer|offering) you(?!( \S+){0,4} (interview|slot|time|appointment|meeting|call|chat|conversation)(?!\w))
        (would|'d|want|wants|wanted) (like |love )?to (make you an offer|offer you (the|a|this|our|that) (job|position|role|post|place|contract))
        offer(ing)? you (the|a|this|our|that)( \S+){0,3} (job|position|role|post|contract)
        (extend|make|send|sending|making|extending|made|extended|have)( you)? (an|a|our|the)( \S+){0,2} offer (to you|of employment|letter|for)
        making you an offer
        (extend|make|making|extending|made|give|giving) you( \S+){0,3} offer
        (attached|find|enclosed|is|here is|here's)( \S+){0,5} (offer letter|offer of employment|job offer|written offer|formal offer|employment contract)
        (you've|you have|you) got the (job|position|role|place)
        (job|position|role|place) is yours
        (decided|chosen|would like|'d like|want|love|happy) (to hire you|you to join|to have you join|to bring you on)
        (welcome|welcoming you) (aboard|to the team|on board)
        you're hired
        (congratulations)( \S+){0,8} (offer|the job|hired|selected for the (position|role|job))
        offer of employment
    """,
    Says.WAITS: r"""
        (still|yet)( \S+){0,4} (to meet|to see|interviewing|deciding|undecided|in progress|considering|reviewing|waiting|discussing|speaking|meeting|decide|talking)
        (no|not|n't|nothing)( \S+){0,4} (decision|decided|made up|news|reached|finali[sz]ed|final)
        (will|'ll|going to|should|aim to|hope to|expect to|plan to)( \S+){0,3} (have (an answer|a decision|news|feedback|an update)|hear (back )?from|let you know|get back|be in touch|come back to you|update you|make (a|our|the) (final )?decision|decide|inform you|know more|contact you|have a final)
        you('ll| will| should)( \S+){0,2} (hear|know|have (an answer|our answer|my answer|a decision|feedback))
        (still)( \S+){0,3} (figuring|working|sorting|finalising|finalizing|deciding)
        give (me|us)( \S+){0,1} (until|till|a few|some|a bit|another)
        ('ll|will) (tell|call|ring|email|message|text) you
        (n't|do not|not)( \S+){0,2} (know|heard) (yet|anything)
        (need|needs|takes|take|taking)( \S+){0,3} (more time|few days|few more days|bit longer|little longer|another week|another few|couple of)
        (bear with|thanks? (you )?for your patience|appreciate your patience|be patient|your patience)
        (decision|answer|feedback|outcome|result)( \S+){0,6} (by|until|within|in|before|at the end|next|this|on)
    """,
    Says.MET_BEFORE: r"""
        (thank you|thanks|thx)( \S+){0,4} (interview|coming in|coming by|meeting with us|meeting us|conversation|speaking with us|talking to us|talking with us|time today|time yesterday|time on|taking part|visit|chat|call)
        (great|good|nice|lovely|enjoyed|pleasure|wonderful|glad)( \S+){0,3} (conversation|talking|meeting|speaking|talk|chat|interview) (with you|on|last|yesterday|today|to you|you|this|the other)
        (after|following|since|from|about) (your|our|the|last)( \S+){0,3} (interview|conversation|meeting|chat)
        (we|everyone|team|they|i)( \S+){0,2} (enjoyed|liked|loved|was impressed by|were impressed by)( \S+){0,3} (you|it|conversation|meeting|talking|speaking)
        when we (met|spoke|talked)
    """,
    Says.APPLICATION_ARRIVED: r"""
        (thank you|thanks)( \S+){0,4} (application|applying|interest in|your interest|submitting|sending (us|your))
        (received|receipt of|got) your( \S+){0,3} (application|cv|resume|résumé|documents)
        application( \S+){0,10} (received|submitted|sent|confirmation)
        your application (to|for|at)( \S+){0,8} (was|has been) (sent|received|viewed|submitted)
    """,
    Says.ADVERTISES: r"""
        job alerts?
        (new|more|recommended|matching|similar|\d+) (jobs|openings|vacancies)
        jobs? (for you|matching|you may|near you|recommendations)
        newsletter
        webinar
        (apply now|apply today|apply here|easy apply)
        (we are|we're|is|are) (now |currently |urgently )?hiring
        (career|job) (fair|day)
        (interview|career|cv|resume) (tips|advice|questions|guide|course|coaching|practice|prep|circle|workshop|simulator)
        (how to|ways to|secrets? (of|to)|mock|practice)( \S+){0,4} interviews?
        (discount|% off|subscribe now|free trial|premium)
        (walk-?in|open) interviews?
        candidates (must|should|will)
        (ideal|successful|shortlisted) candidates?
    """,
    Says.UNDELIVERED: r"""
        (could|was|can)( not|n't) be delivered
        undeliver*
        delivery (has |status )?(failed|notification)
        recipient address rejected
        mail delivery (system|subsystem)
    """,
    Says.ANSWERED_CALENDAR: r"""
        (has|have) (accepted|declined|tentatively accepted) (this|your|the) (invitation|invite|meeting)
        (accepted|declined|tentative|tentatively accepted):
    """,
    Says.IS_AWAY: r"""
        (i am|i'm|i will be|i'll be|am|currently|be) (currently )?(out of( the)? office|on (annual |maternity |parental |sick |paternity )?leave|on vacation|on holiday|away|travelling|traveling)
        out of( the)? office( \S+){0,3} (until|till|from|through|reply|message|:)?
        (automatic reply|auto-?reply|autoreply)
        (limited|no) access to( my)? e-?mail
    """,
    Says.IF_CHOSEN: r"""
        (if|should|once|when|whether|in case|unless)( we|( your| the)? (\S+ )?(profile|application|skills?|qualifications?|experience|background|cv|resume|résumé|candidacy)| selected| shortlisted| successful| suitable| there is a (match|fit)| you are (selected|shortlisted|successful|chosen|invited)| you're (selected|shortlisted|successful|chosen|invited)| you pass| you wish to interview| any| it)
        (if|should) you( \S+){0,2} (wish|want|like|care) to interview
        (we|i) (may|might|could) (invite|contact|call|offer)
        only (shortlisted|selected|successful)
    """,
    Says.IF_YOU_NEED: r"""
        (if|should|in case) (you|this|the|that|it|your|these|none|anything)
        (to|need to) (reschedule|cancel|change|modify)( or | / |/|,)( \S+){0,3} (click|use|follow|visit|please|here|interview|:)
        (reschedule|cancel) (or|/) (cancel|reschedule|change|decline)
        (click|link|button)( \S+){0,4} (reschedule|cancel|change)
        (reschedule|cancel|change)( \S+){0,4} (link|here|below|button|policy)
        feel free to (reschedule|cancel|move|change|suggest|propose)
        let (us|me) know( \S+){0,3} (if|in case)
        (could|can) you (let|tell)( \S+){0,4} if
        (please )?(\S+ )?(\d+ hours|a day|one day) (notice|in advance|before)
    """,
    Says.OF_THE_WRITER: r"""
        (i have|i've got|i had|i've|i got|i'll have|i have got)( \S+){0,2} (a|an|my|another|this|two|three|job)( \S+){0,2} interviews?
        my (\S+ )?interview
    """,
    Says.OF_OTHERS: r"""
        (we'd|we would|would|had) have (invited|offered|liked|loved)
        (interviews|interviewing)( \S+){0,6} (going on|running|being held|taking place|take place|will be held|continue|ongoing|other|remaining|more|next week|until|through|are)
        (with|see|meet|interviewing|interview) (the )?(other|more|two|three|several|some|few|remaining|further|another)( \S+){0,2} (candidate|applicant|people|person)s?
        (you are|you're|be|been) (interviewing|going to interview) (candidates|people|applicants|\S+ for (the|our))
        (wish|good luck|luck)( \S+){0,4} interview
        (prepare|preparing|practi[cs]e|practicing|practising) for( \S+){0,3} interviews
    """,
    Says.DENIES: r"""
        (not|n't|unable to|cannot|can't|won't|never|no longer)( \S+){0,3}
    """,
}
