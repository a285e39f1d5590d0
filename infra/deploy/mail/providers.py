"""Mail providers where people have mailboxes: their servers, their passwords, and what they ask of others' mail.

Servers and ports are as Thunderbird's public table had them in March 2026, where it has the provider. The policies are
what the providers published by 2025; what DNS says counts too, whichever is stricter (``dmarc``). A policy that is not
in the table was not known to us. A provider whose server is empty has none that a program could send by.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from infra.deploy.mail.dmarc_policy import Policy

# What follows a name that a provider has in many countries: yahoo.fr, yahoo.co.uk.
_COUNTRIES = re.compile(r"com|net|org|[a-z]{2}|(co|com)\.[a-z]{2}", re.ASCII)
_DEFAULT_PORT = 465
_NO_SERVER = ""
_UNITED_INTERNET = (
    "GMX and WEB.DE: allow POP3 and IMAP in the settings first. With two-factor sign-in, make an app password there."
)


@dataclass(frozen=True, slots=True)
class Provider:
    """A mail provider.

    - ``domains`` of its mailboxes; ``brands`` are names that it has in many countries.
    - ``host`` and ``port`` of its server for sending; the host is empty if programs cannot send by it.
    - ``note``: how to get a password for programs, or why there is none.
    - ``policy``: what it asks to be done with mail in its name that it did not send.
    - ``is_user_local``: one signs in with what stands before the @.
    """

    domains: tuple[str, ...]
    host: str
    note: str = "Its help says whether programs need a password of their own, and whether they must be allowed first."
    port: int = _DEFAULT_PORT
    policy: Policy = Policy.UNKNOWN
    brands: tuple[str, ...] = ()
    is_user_local: bool = False

    def has(self, domain: str) -> bool:
        """Whether mailboxes at this domain are the provider's."""
        brand, _, rest = domain.partition(".")
        return domain in self.domains or (brand in self.brands and bool(_COUNTRIES.fullmatch(rest)))


def provider_of(domain: str) -> Provider | None:
    """The provider whose mailboxes are at a domain in small letters; None for a domain that is not in the table."""
    return next((provider for provider in PROVIDERS if provider.has(domain)), None)


PROVIDERS = (
    Provider(
        ("gmail.com", "googlemail.com"),
        "smtp.gmail.com",
        "Google has app passwords once two-step verification is on: https://myaccount.google.com/apppasswords",
        policy=Policy.QUARANTINE,  # its sender guidelines say so since 2024; its record says none
    ),
    Provider(
        ("yandex.com", "ya.ru", "narod.ru"),
        "smtp.yandex.com",
        "Yandex: allow mail programs in the mail's settings, and make an app password of the kind Mail in Yandex ID.",
        brands=("yandex",),
    ),
    Provider(
        ("mail.ru", "inbox.ru", "list.ru", "bk.ru", "internet.ru", "xmail.ru"),
        "smtp.mail.ru",
        "Mail.ru: under Security, make a password for external programs; that of the mailbox is refused.",
        policy=Policy.REJECT,
    ),
    Provider(
        ("gmx.net", "gmx.de", "gmx.at", "gmx.ch", "gmx.eu", "gmx.biz", "gmx.org", "gmx.info"),
        "mail.gmx.net",
        _UNITED_INTERNET,
    ),
    Provider(
        ("gmx.com",),
        "mail.gmx.com",
        _UNITED_INTERNET,
        brands=("gmx",),
    ),
    Provider(
        ("web.de",),
        "smtp.web.de",
        _UNITED_INTERNET,
    ),
    Provider(
        ("icloud.com", "me.com", "mac.com"),
        "smtp.mail.me.com",
        "Apple: make an app-specific password at https://account.apple.com, under Sign-In and Security.",
        port=587,
        policy=Policy.QUARANTINE,
    ),
    Provider(
        ("ymail.com", "myyahoo.com", "rocketmail.com"),
        "smtp.mail.yahoo.com",
        "Yahoo: make an app password in the account's security settings; that of the account is refused.",
        policy=Policy.REJECT,
        brands=("yahoo",),
    ),
    Provider(
        ("aim.com", "netscape.net"),
        "smtp.aol.com",
        "AOL: make an app password in the account's security settings; that of the account is refused.",
        policy=Policy.REJECT,
        brands=("aol",),
    ),
    Provider(
        ("fastmail.com", "fastmail.fm"),
        "smtp.fastmail.com",
        "Fastmail: make an app password for SMTP under Privacy & Security.",
    ),
    Provider(
        ("zoho.com", "zoho.eu", "zohomail.com", "zohomail.eu"),
        "smtp.zoho.com",
        "Zoho: make an app password under Security. Accounts in Europe are at SMTP_HOST=smtp.zoho.eu; some free plans"
        " cannot send by programs.",
    ),
    Provider(
        ("posteo.de",),
        "posteo.de",
        "Posteo takes the mailbox's own password, unless its additional protection forbids programs.",
        brands=("posteo",),
    ),
    Provider(
        ("mailbox.org",), "smtp.mailbox.org", "mailbox.org: an app password in the settings, or the mailbox's own."
    ),
    Provider(
        ("t-online.de", "magenta.de"),
        "securesmtp.t-online.de",
        "Telekom: set a password for mail programs in the mail's settings; that of the sign-in is refused.",
    ),
    Provider(
        ("rambler.ru", "lenta.ru", "autorambler.ru", "myrambler.ru", "ro.ru"),
        "smtp.rambler.ru",
        "Rambler: allow mail programs in the settings first.",
    ),
    Provider(("freenet.de",), "mx.freenet.de", "freenet: the mailbox's own password.", port=587),
    Provider(("mail.com", "email.com", "post.com", "usa.com", "europe.com"), "smtp.mail.com"),
    Provider(("comcast.net",), "smtp.comcast.net"),
    Provider(("att.net", "sbcglobal.net", "bellsouth.net", "ameritech.net", "pacbell.net"), "smtp.mail.att.net"),
    Provider(("orange.fr", "wanadoo.fr"), "smtp.orange.fr"),
    Provider(("sfr.fr", "neuf.fr", "club-internet.fr"), "smtp.sfr.fr"),
    Provider(("free.fr",), "smtp.free.fr", is_user_local=True),
    Provider(("laposte.net",), "smtp.laposte.net", is_user_local=True),
    Provider(("libero.it", "iol.it", "blu.it", "inwind.it", "giallo.it"), "smtp.libero.it"),
    Provider(("virgilio.it",), "out.virgilio.it"),
    Provider(("tiscali.it",), "smtp.tiscali.it"),
    Provider(("bluewin.ch", "bluemail.ch"), "smtpauths.bluewin.ch"),
    Provider(("btinternet.com", "btopenworld.com", "talk21.com"), "mail.btinternet.com"),
    Provider(("seznam.cz", "email.cz", "post.cz", "spoluzaci.cz"), "smtp.seznam.cz"),
    Provider(("wp.pl",), "smtp.wp.pl", is_user_local=True),
    Provider(("onet.pl", "onet.eu", "op.pl", "vp.pl", "poczta.onet.pl"), "smtp.poczta.onet.pl"),
    Provider(("uol.com.br",), "smtps.uol.com.br", port=587, is_user_local=True),
    Provider(("bol.com.br",), "smtps.bol.com.br", is_user_local=True),
    Provider(("naver.com",), "smtp.naver.com"),
    Provider(("qq.com", "foxmail.com"), "smtp.qq.com", "QQ: turn SMTP on in the settings, which gives a code to use."),
    Provider(("163.com",), "smtp.163.com", "163: turn SMTP on in the settings, which gives a code to use."),
    Provider(("126.com",), "smtp.126.com", "126: turn SMTP on in the settings, which gives a code to use."),
    Provider(
        (
            *("live.com", "msn.com", "windowslive.com", "passport.com"),
            *("live.de", "live.fr", "live.it", "live.nl", "live.ca", "live.co.uk", "live.com.au", "live.com.mx"),
        ),
        _NO_SERVER,
        "Microsoft's personal accounts refuse every password of a program, app passwords too, since September 2024.",
        policy=Policy.NONE,
        brands=("outlook", "hotmail"),
    ),
    Provider(
        ("proton.me", "protonmail.com", "protonmail.ch", "pm.me"),
        _NO_SERVER,
        "Proton lets programs send for addresses of one's own domain only (SMTP tokens, paid plans).",
        policy=Policy.QUARANTINE,
    ),
    Provider(
        ("tuta.com", "tuta.io", "tutanota.com", "tutanota.de", "tutamail.com", "keemail.me"),
        _NO_SERVER,
        "Tuta has no server that a program could send by.",
    ),
    Provider(("hey.com",), _NO_SERVER, "HEY has no server that a program could send by."),
)
