"""What a client calls things: regions, findings, motions and techniques without codes and without Latin.

The names of regions are known practice, as are those of `resources/body_map/search/synonyms.json`.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from therapist_desk.domain.anatomy import Side
from therapist_desk.domain.findings.mark import Mark, MarkKind
from therapist_desk.domain.progress.series import Series
from therapist_desk.domain.session.technique import Technique

_PLACES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "top of the head": "vertex",
        "forehead": "frontalis",
        "temple": "temporalis",
        "back of the head": "occipitalis",
        "base of the skull": "suboccipital",
        "eye": "orbicularis_oculi",
        "mouth": "orbicularis_oris",
        "cheek": "cheek",
        "ear": "ear",
        "nose": "nose",
        "chin": "mentalis",
        "jaw": "masseter pterygoid_lat pterygoid_med",
        "under the chin": "suprahyoid",
        "front of the neck": "infrahyoid longus_colli",
        "side of the neck": "scm scalenes lev_scap",
        "back of the neck": "cerv_ext splenius",
        "top of the shoulder": "trap_upper supraspinatus",
        "shoulder": "delt_ant delt_mid delt_post",
        "shoulder blade": "infraspinatus teres_minor subscapularis",
        "back of the armpit": "teres_major",
        "between the shoulder blades": "rhomboids trap_mid serr_post_sup",
        "middle of the back": "trap_low es_thor erector",
        "side of the back": "lat",
        "low back": "es_lumb ql multifidus tlf",
        "tailbone": "sacrum",
        "chest": "pec_major pec_minor pec_clav pec_stern sternum subclavius intercostals",
        "side of the ribs": "serratus",
        "belly": "rectus_abd rectus_lower rectus_upper transversus",
        "side of the belly": "obl_ext obl_int",
        "groin": "groin psoas iliacus pubic",
        "buttock": "glut_max piriformis quad_femoris obturator_int",
        "side of the hip": "glut_med glut_min tfl troch",
        "front of the thigh": "rectus_fem vastus_int vastus_med sartorius",
        "outer thigh": "itb vastus_lat",
        "inner thigh": "adductors add_magnus adductor_brevis adductor_longus gracilis pectineus",
        "back of the thigh": "biceps_fem biceps_fem_short semi semimembranosus semitendinosus",
        "knee": "patella knee_lat knee_med",
        "back of the knee": "popliteal popliteus plantaris",
        "shin": "tib_ant tibia edl ehl",
        "outer lower leg": "fibularis fib_brevis fib_longus",
        "calf": "gastroc_lat gastroc_med soleus soleus_med tib_post fdl fhl",
        "heel cord": "achilles",
        "ankle": "ankle_ant ankle_lat ankle_post ankle_post_l",
        "heel": "heel",
        "sole of the foot": (
            "plantar_fascia fdb quad_plantae abd_hallucis abd_digiti_min_foot adductor_hallucis fhb mt_heads "
            "mt_head_1 foot_plant_lat"
        ),
        "top of the foot": "foot_dors tarsus_dors interossei_foot ext_dig_brevis first_ray",
        "toes": "toes toe_1 toe_2 toe_3 toe_4 toe_5",
        "upper arm": "biceps brachialis coracobrachialis triceps_lat triceps_long triceps_med triceps_medial",
        "inner upper arm": "bicipital_groove",
        "elbow": "elbow anconeus epicondyle_med",
        "forearm": (
            "brachiorad ecrb ecrl ecu ext_dig fcr fcr_only fcu fdp fds fpl forearm_ext forearm_flex palmaris_longus "
            "pron_teres supinator"
        ),
        "wrist": "wrist wrist_dors",
        "hand": "hand_dors di1 interossei_hand ulnar_border",
        "palm": "palm palm_distal interossei_palm lumbricals_hand hypothenar",
        "thumb": "thumb thenar opponens_pollicis adductor_pollicis",
        "fingers": "fingers finger_index finger_little finger_middle finger_ring",
    }
)
_NAMES: Final = MappingProxyType({region: name for name, ids in _PLACES.items() for region in ids.split()})
_SIDES: Final = MappingProxyType({Side.LEFT: "left", Side.RIGHT: "right", Side.BILATERAL: "both sides"})
_SIDED: Final = "{place}, {side}"
_FOUND: Final[Mapping[MarkKind, str]] = MappingProxyType(
    {
        MarkKind.TRIGGER_ACTIVE: "a sore knot",
        MarkKind.TRIGGER_LATENT: "a knot that hurts when pressed",
        MarkKind.TENDER: "a tender spot",
        MarkKind.HYPERTONICITY: "tight muscle",
        MarkKind.FASCIAL: "stiff tissue",
        MarkKind.PAIN: "pain",
        MarkKind.NUMBNESS: "numbness or tingling",
        MarkKind.SWELLING: "swelling",
        MarkKind.SKIN: "a scar, bruise or skin change",
        MarkKind.DO_NOT_WORK: "left alone",
    }
)
_JOINTS: Final = MappingProxyType(
    {
        "cervical": "neck",
        "thoracic": "upper body",
        "thoracolumbar": "upper body",
        "lumbar": "low back",
        "shoulder": "shoulder",
        "elbow": "elbow",
        "wrist": "wrist",
        "hip": "hip",
        "knee": "knee",
        "ankle": "ankle",
    }
)
_MOTIONS: Final = MappingProxyType(
    {
        "rotation": "turning the {joint}",
        "flexion": "bending the {joint}",
        "extension": "stretching the {joint} back",
        "lateral flexion": "bending the {joint} sideways",
        "abduction": "lifting sideways from the {joint}",
    }
)
_TECHNIQUES: Final = MappingProxyType(
    {
        "mfr": "slow stretching of tight tissue",
        "trp": "pressure on sore points",
        "ischemic": "pressure on sore points",
        "nmt": "pressure along tight muscles",
        "mld": "light strokes that move fluid",
        "deep_tissue": "slow, deep massage",
        "swedish": "massage",
        "effleurage": "massage",
        "petrissage": "massage",
        "sports": "massage",
        "friction": "rubbing across sore spots",
        "xff": "rubbing across sore spots",
        "stretch": "stretching",
        "pin_stretch": "stretching",
        "pnf": "stretching against your own push",
        "pir": "stretching against your own push",
        "traction": "a gentle pull",
        "rom_work": "guided movement",
        "scar": "work on a scar",
        "cupping": "cupping",
        "hydro_heat": "heat",
        "hydro_cold": "cold",
    }
)


def plain_place(mark: Mark) -> str:
    """Say where a mark is as a client would; empty where no plain word is known."""
    names = list(dict.fromkeys(name for region in mark.regions[:1] if (name := _NAMES.get(region.region))))
    if not names:
        return ""
    side = _SIDES.get(mark.side) if mark.side is not None else None
    return _SIDED.format(place=names[0], side=side) if side else names[0]


def plain_finding(mark: Mark) -> str:
    """Say what a mark found."""
    return _FOUND[mark.kind]


def plain_motion(series: Series) -> str:
    """Name a motion as a client would; empty where no plain words are known."""
    name = series.name.partition(",")[0].casefold().strip()
    joint, _, motion = name.partition(" ")
    if joint not in _JOINTS or motion not in _MOTIONS:
        return ""
    said = _MOTIONS[motion].format(joint=_JOINTS[joint])
    side = _SIDES.get(series.side) if series.side is not None else None
    return f"{said[:1].upper()}{said[1:]}{f', {side}' if side else ''}"


def plain_technique(technique: Technique) -> str:
    """Say what a technique feels like; its own name where no plain words are known."""
    return _TECHNIQUES.get(technique.id) or technique.name[:1].lower() + technique.name[1:]
