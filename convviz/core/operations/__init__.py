"""The OPERATIONS table: an operation is one file here and one row below."""

from convviz.core.operation import Operation
from convviz.core.operations.chain import Chain
from convviz.core.operations.conv1d import Conv1d
from convviz.core.operations.conv2d import Conv2d
from convviz.core.operations.conv3d import Conv3d
from convviz.core.operations.dense import Dense
from convviz.core.operations.pool2d import Pool2d
from convviz.core.operations.resize2d import Resize2d
from convviz.core.operations.transposed2d import Transposed2d

_ROWS: tuple[Operation, ...] = (
    Conv2d(),
    Transposed2d(),
    Pool2d(),
    Resize2d(),
    Conv1d(),
    Conv3d(),
    Chain(),
    Dense(),
)
OPERATIONS: dict[str, Operation] = {operation.id: operation for operation in _ROWS}
