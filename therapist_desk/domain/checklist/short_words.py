"""Words in capitals that stand for others, and those of them that every reader of a therapist's note knows."""

from __future__ import annotations

import re
from typing import Final

from therapist_desk.domain.checklist.phrases import unquoted
from therapist_desk.domain.checklist.shorthand import WRITTEN_OUT

_CARE: Final = """
ADL ADLS HEP WNL WFL BID TID QID QHS PRN SOAP LTG STG POC NPRS VAS FACES DASH MCID MDC NDI ODI PSFS LEFS HIT TTP TX RX
DX HX SX FX HA HAS NT LBP CC PMH HPI ROS MOI DOI DOB DOS RTC RTW RTS PCP OTC NSAID NSAIDS NKA NKDA SP PO BP HR VSS NAD
SOB LOC PERRLA WB WBAT NWB FWB PWB TTWB DME FOTO STS TUG BPI PROMS FAQ PHQ GAD DVPRS SLR FABER FADIR FAIR ULTT ULNT
PSI DTR DTRS MMT ROM AROM PROM RROM AAROM FLEX EXT ABD ADD ROT ER IR SB LF RSB LSB BL BLE BUE LE UE LES UES LLE RLE
LUE RUE ANT IE SL DF PF CROM OH FA SO POST LAT MED SUP INF PROX DIST BIL BILAT WC BMI FIM SPADI QDASH FHP FWD LOM EOM
RPE SBA CGA PLOF VC TC DNF
"""
BODY: Final = """
TMJ CMC MCP PIP DIP IP AC SC GH GHJ ACJ SCJ SI SIJ TP TPS TRP TRPS MTP MTPS QL UT UTS MT LT LS SCM SCMS TFL ITB IT
ITBS PEC PECS GM GMAX GMED GMIN HS HAMS QUAD QUADS RF VL VMO TA TIB FIB ECRB ECRL ECU EDC EPL EPB APL FCR FCU FDS FDP
FPL EHL FHL EDL FDL PL PB BB TB RC RTC LAT LATS LEV LD ES ESG PVM QF AIS ASIS PSIS AIIS GT ACL MCL PCL LCL ATFL CTJ TL
SOM SOT LB UB MB UTR PSM DIAPH SOCC SUBOCC OCC ATF CFL BIC TRI DELT
"""
_TREATMENT: Final = """
NMT NMR MFR STM DTM DT MT PIR MET SCS CST MLD TENS NMES IASTM TPR TPT TRPT PNF CFM XFF XFM TFM DFM IC ART US IFC MHP
CP CR HR AIS SMT MWM CTM CDT KT TDN LLLT HVLA TE TA GTO ICE PROM
"""
_PEOPLE: Final = """
LMT LMP RMT CMT MD DO PT OT DPT PTA OTR ATC DC ND NMD LAC PA PAC ARNP NP RN APRN CNP CNM DPM DDS DMD BSN LCSW PHD MBBS
GP ER ED ICU EMS ENT OB OBGYN PM PMR QME IME FCE AME CM NCM EE CSP
"""
_ILLNESS: Final = """
MVA MVC RTA DVT COVID HIV HTN DM CHF CAD COPD GERD IBS IBD HRT TIA CVA TBI PTSD ADHD ALS MS RA OA DDD DJD HNP CTS TOS
TMD RSI PF DOMS CRPS RSD RLS CTSIB VBI HBP UTI CTR TKA TKR THA THR ORIF PCS WAD PCOS CKD CABG MI PE AFIB SLE HEDS EDS
POTS FM FMS CFS CA BPPV MVP LBP FAI GTPS PFPS AS LUPUS DISH BPH ASA DM2 MSK UCL ACLR OCD ADD SLAP
"""
_PAPERS: Final = """
ID ICD CPT EOB CMS HCFA LNI MRI CT XR EMG NCV DEXA LI PIP VA WSIB ICBC WCB NHS MSP RCMP AOB COB OOP PA UCR HSA FSA HMO
PPO LOP DOL OWCP FECA MMI TTD PPD DWC SSN NPI
"""
_PLAIN: Final = """
WA US USA UK EU TV PC AM PM OK NO NOT ALL ANY VERY MUCH BUT AND OR THE ONLY NEVER HEAT LEFT RIGHT BOTH SAME NEW SORE
PAIN TLC WORSE MORE LESS DUE TO NOTE SEE II III IV VI VII VIII IX XI XII CALL STOP URGENT AVOID DOG UPS USPS IKEA NBA
NFL YMCA DIY GPS DVD NASA CEO IRS DMV CPAP SUV ATV UTV RV BBQ AA JFK LA NY NYC SW NE NW SE EV DJ QA CPA ABC ASAP TBD
NA FYI RE VIA ID MON TUE WED THU FRI SAT SUN JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC DAY WK WKS MIN MINS HRS
YR YRS LBS KG CM MM MO MOS SEC DEG MAX AVG
"""
_GROUPS: Final = (_CARE, BODY, _TREATMENT, _PEOPLE, _ILLNESS, _PAPERS, _PLAIN)
KNOWN: Final = frozenset(map(str.upper, WRITTEN_OUT)).union(word for group in _GROUPS for word in group.split())
"""Short forms of therapists, of muscles and joints, of techniques, of professions, of illnesses and of papers that
need no key, and words that are only loud; others are written out, or explained once."""

_CAPITALS: Final = re.compile(r"(?<![\w/-])[A-Z]{2,5}(?![\w/-])")


def strange_short_forms(text: str) -> tuple[str, ...]:
    """Give the short forms that a reader may not know, each once, unless the text says in brackets what they are.

    A text all in capitals has none, and what a client is quoted with is only loud.
    """
    if text.upper() == text:
        return ()
    found = dict.fromkeys(_CAPITALS.findall(unquoted(text)))
    return tuple(each for each in found if each not in KNOWN and not _is_explained(each, text))


def _is_explained(short: str, text: str) -> bool:
    return f"({short})" in text or re.search(rf"\b{short} ?(?:\(|= ?)[a-z]{{4}}", text) is not None
