"""The LABS table: a lab is one file here and one row below."""

from convviz.labs.chain import ChainLab
from convviz.labs.convolution import ConvolutionLab
from convviz.labs.dense import DenseLab
from convviz.labs.dilated import DilatedLab
from convviz.labs.groups import GroupsLab
from convviz.labs.im2col import Im2colLab
from convviz.labs.lab import Lab
from convviz.labs.pooling import PoolingLab
from convviz.labs.signal import SignalLab
from convviz.labs.transposed import TransposedLab
from convviz.labs.unpooling import UnpoolingLab
from convviz.labs.upsampling import UpsamplingLab
from convviz.labs.volume import VolumeLab
from convviz.scene.scene import Scene

LABS: tuple[Lab, ...] = (
    ConvolutionLab(),
    DilatedLab(),
    GroupsLab(),
    TransposedLab(),
    PoolingLab(),
    UnpoolingLab(),
    ChainLab(),
    UpsamplingLab(),
    SignalLab(),
    VolumeLab(),
    Im2colLab(),
    DenseLab(),
)


def lab_of(scene: Scene) -> Lab:
    """The lab that shows a scene: the one for its layer."""
    return next(lab for lab in LABS if type(scene.layer) is lab.layer_type)
