"""Rules about what is printed. They hold nothing back; most of them are the program's own duty."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from therapist_desk.domain.checklist.facts import Facts
from therapist_desk.domain.checklist.rule import Finding
from therapist_desk.domain.checklist.wording import capitals
from therapist_desk.domain.missing import Target
from therapist_desk.domain.note import Section

_PLAIN: Final = """
ADL AROM PROM ROM MMT NDI ODI PSFS NPRS VAS DASH LEFS HIT TMJ TMD SCM QL UT LS IT ITB SI SIJ TP TPS MTP MFR NMT LMT
LMP RMT MD DO PT OT ATC DC ND PA ARNP NP RN MRI CT XR EMG BP HR MVA MVC PIP DOI DOB DOS WA US USA UK EU VA TV PC AM
PM OK ID ICD CPT HEP WNL BID PRN SOAP GP ASIS PSIS PROMS ACL MCL PCL LCL TENS IASTM PNF DVT COVID HIV II III IV VI
VII STM TTP HA HAS MT RC LBP WFL LE UE LLE RLE LUE RUE BLE BUE LTG STG POC ADLS SLR TFL GTO PIR MET SCS CST MLD DTM
CC PMH OTC NSAID NSAIDS PCP ER ED RTW RTC RTS DX RX TX HX SX FX TID QID QHS PSI MVP MOI NKA NKDA LAC RMP PTA OTR CMT
BSN DPT DDS DPM LCSW CTS TOS DDD OA RA CRPS CVA TBI PTSD ADHD ROS HPI ASA WBAT NWB FWB ALS MS PCS FABER FADIR ULTT
HTN DM DM2 CHF CAD COPD GERD IBS HRT TIA UTI BMI SOB LOC NAD PERRLA VSS WB FOTO STS TUG BPI MSK RLS CTSIB VBI HBP
RSI PF ITBS DOMS UCL TKA THA ORIF EOB CMS HCFA LNI EMS ICU FAQ PO WC WCB LI FCE IME PHQ GAD
"""
PLAIN: Final = frozenset(_PLAIN.split())
"""Short forms that every reader of a therapist's note knows; others are written out, or explained once."""


def short_forms(facts: Facts) -> Iterator[Finding]:
    """LG-02."""
    if facts.around is None:
        return
    for section, target in (
        (Section.SUBJECTIVE, Target.SUBJECTIVE),
        (Section.OBJECTIVE, Target.OBJECTIVE),
        (Section.ASSESSMENT, Target.ASSESSMENT),
        (Section.PLAN, Target.PLAN),
    ):
        text = facts.typed(section)
        strange = [each for each in capitals(text) if each not in PLAIN and f"({each})" not in text]
        if strange:
            yield Finding("short_forms", target, {"words": ", ".join(strange), "said": strange[0]})
            return
