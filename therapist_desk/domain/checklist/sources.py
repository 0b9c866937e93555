"""The sources of the checklist by short names, as they were read."""

from __future__ import annotations

from typing import Final

WAC_565: Final = "WAC 246-830-565 (WA massage recordkeeping; casetext mirror, current to 2024-12)"
WAC_250: Final = "WAC 296-23-250 (WA L&I massage rules; lawfilesext.leg.wa.gov)"
CMS_220: Final = "CMS Benefit Policy Manual 100-02 ch.15 s.220.3 (Rev. 255)"
CMS_UNITS: Final = "CMS Claims Processing Manual 100-04 ch.5 s.20.2"
CMS_CHANGES: Final = "CMS Program Integrity Manual 100-08 ch.3 s.3.3.2.5 (NGS Medicare, AAPC copies)"
COMAR: Final = "COMAR 10.65.06.01 (Maryland)"
PREMERA: Final = "Premera/LifeWise medical policy 8.03.502 medical massage"
EVICORE: Final = "eviCore massage therapy policy summary (verity.backworkai.com)"
BIG_ISLAND: Final = "bigislandmassagenetwork.com/soap"
REGENCE: Final = "massageseattle.net, Regence criteria"
AUTHORISATION: Final = "Regence/eviCore: within 7 days of the first visit (docsbay.net)"
NPI: Final = "CMS NPI rule"
PAIRS: Final = "webpt.com modifier 59; massagetoday.com 12049"
WORKSAFE: Final = "WorkSafeBC become-provider page and 2016 massage reference manual"
MAINTENANCE: Final = "ABMP Massage & Bodywork 2015 p.53; massageseattle.net"
LATE: Final = "columbusohmedicalbilling.com"
ONTARIO: Final = "CMTO Guide to Record Keeping (cmto.com/rules/record-keeping)"
RETENTION: Final = "cmmota.com, the importance of documentation"
APTA: Final = "APTA documentation of a visit page"
PRACTICE: Final = "known practice, not read at source"
