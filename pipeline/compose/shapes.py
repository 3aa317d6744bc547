"""The names of handshapes: the one list that descriptions, the library of angles and the pickers share."""

from enum import StrEnum


class Shape(StrEnum):
    """A handshape by the name ASL and DGS researchers use; HamNoSys names are mapped to these."""

    # fists
    S = "S"  # thumb across the front of the fingers (HamNoSys fist)
    A = "A"  # thumb upright along the index finger
    TEN = "10"  # A with the thumb stretched up and out
    T = "T"  # thumb between index and middle finger
    N = "N"  # thumb under index and middle finger
    M = "M"  # thumb under three fingers
    E = "E"  # fingertips curled down to the thumb
    FIST_THUMB_IN = "fist_in"  # thumb hidden inside the fist
    # index finger
    ONE = "1"  # index finger stretched, thumb over the others (also D in DGS, G1)
    D = "D"  # index finger stretched, the others form a ring with the thumb
    L = "L"
    G = "G"  # index finger and thumb parallel, a small gap between
    X = "X"  # index finger hooked
    X_THUMB = "X_thumb"  # hooked index finger closed on the thumb, as around a key
    BENT_ONE = "bent_1"  # index finger bent at the knuckle only
    BENT_L = "bent_L"  # L with the index finger hooked
    BABY_C = "baby_C"  # thumb and index finger form a C, the others closed
    BABY_O = "baby_O"  # thumb and index finger form an O, the others closed
    FLAT_BABY_O = "flat_baby_O"  # straight thumb and index finger meet, the others closed (pinch)
    FLAT_BABY_C = "flat_baby_C"  # the same, open like a beak
    # index and middle finger
    U = "U"  # together, thumb over the others (also H)
    U_THUMB = "U_thumb"  # U with the thumb out
    BENT_U = "bent_U"  # U bent at the knuckles
    HOOKED_U = "hooked_U"  # U hooked
    V = "V"  # spread (also 2)
    BENT_V = "bent_V"  # hooked V
    FLAT_V = "flat_V"  # V bent at the knuckles
    K = "K"  # V with the thumb at the middle finger (also P)
    R = "R"  # crossed
    THREE = "3"  # V with the thumb out
    BENT_THREE = "bent_3"  # hooked 3
    FLAT_O_TWO = "flat_O_2"  # thumb meets index and middle finger, the others closed
    FLAT_C_TWO = "flat_C_2"  # the same, open like a beak
    # three fingers
    W = "W"  # index, middle and ring finger spread (also 6)
    BENT_W = "bent_W"
    THREE_TOGETHER = "flat_W"  # index, middle and ring finger together
    # four fingers
    B = "B"  # flat hand, thumb folded over the palm
    FLAT_B = "flat_B"  # flat hand, thumb along the index finger (HamNoSys flathand)
    OPEN_B = "open_B"  # flat hand, thumb out
    BENT_B = "bent_B"  # bent at the knuckles, thumb along
    BENT_OPEN_B = "bent_open_B"  # bent at the knuckles, thumb out
    CURVED_B = "curved_B"  # all joints slightly round, thumb along
    FOUR = "4"  # four fingers spread, thumb folded
    BENT_FOUR = "bent_4"
    # all fingers
    FIVE = "5"
    CLAW_FIVE = "claw5"  # hooked 5
    CURVED_FIVE = "curved5"  # loose, slightly round 5
    BENT_FIVE = "bent_5"  # spread fingers bent at the knuckles
    C = "C"
    CLAW_C = "claw_C"  # C with the fingers spread
    FLAT_C = "flat_C"  # straight fingers opposite the thumb, open like a large beak
    O = "O"  # noqa: E741 (the name of the letter)
    FLAT_O = "flat_O"  # straight fingertips meet the thumb
    # thumb and a single finger meet, or one finger leaves the others
    F = "F"  # thumb and index finger form a ring, the others stretched (also 9)
    FLAT_F = "flat_F"  # straight thumb and index finger meet, the others stretched
    OPEN_F = "open_F"  # F, not quite closed
    EIGHT = "8"  # thumb meets middle finger, the others stretched
    OPEN_EIGHT = "open_8"  # 5 with the middle finger bent forward
    SEVEN = "7"  # thumb meets ring finger, the others stretched
    W_THUMB_PINKY = "6"  # thumb meets little finger, the others stretched
    MIDDLE = "middle"  # middle finger stretched alone
    RING = "ring"  # ring finger stretched alone
    # little finger
    I = "I"  # noqa: E741 (the name of the letter)
    BENT_I = "bent_I"
    Y = "Y"
    BENT_Y = "bent_Y"
    ILY = "ILY"  # thumb, index and little finger stretched
    HORNS = "horns"  # index and little finger stretched, thumb over the others
    HORNS_CLOSED = "horns_O"  # index and little finger stretched, the others meet the thumb


class Bend(StrEnum):
    """How fingers fold, all of them or one."""

    STRAIGHT = "straight"
    BENT = "bent"  # at the knuckles only
    CURVED = "curved"  # at all joints, a little: round
    HOOKED = "hooked"  # at the two far joints
    FOLDED = "folded"  # at the knuckles and hooked (HamNoSys double hooked)
    CLOSED = "closed"  # into the palm


class Thumb(StrEnum):
    """Where the thumb is."""

    ALONG = "along"  # beside the index finger, in the plane of the palm
    OUT = "out"  # away from the index finger, in the plane of the palm
    OPPOSED = "opposed"  # in front of the palm, opposite the fingers
    ACROSS = "across"  # over the palm or the closed fingers
    IN = "in"  # inside the closed fingers


class Spread(StrEnum):
    """How the stretched fingers lie beside each other."""

    TOGETHER = "together"
    SPREAD = "spread"
    CROSSED = "crossed"


class Finger(StrEnum):
    """A finger other than the thumb."""

    INDEX = "index"
    MIDDLE = "middle"
    RING = "ring"
    PINKY = "pinky"
