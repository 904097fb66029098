<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
 <context>
  <name>resources</name>
  <message>
   <source>0.25 step/s</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>0.5 step/s</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>1 step/s</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>1 to 8: each filter makes a feature map. A new one begins as a copy of the last.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>1000 step/s</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>125 step/s</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>15 step/s</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>2 step/s</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>250 step/s</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>30 step/s</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>4 step/s</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>500 step/s</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>60 step/s</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>8 step/s</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>AlexNet (Krizhevsky et al., 2012)</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Angle θ: 0 – 180 °</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Aspect γ: 0.2 – 2</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Context module (Yu &amp; Koltun, 2016)</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Finds edges whose bright side is at the bottom left: a Sobel kernel turned that way.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Finds edges whose bright side is at the bottom left; the largest of the eight tells the direction.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Finds edges whose bright side is at the bottom right: a Sobel kernel turned that way.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Finds edges whose bright side is at the bottom right; the largest of the eight tells the direction.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Finds edges whose bright side is at the bottom: a Sobel kernel turned that way.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Finds edges whose bright side is at the bottom; the largest of the eight tells the direction.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Finds edges whose bright side is at the top left: a Sobel kernel turned that way.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Finds edges whose bright side is at the top left; the largest of the eight tells the direction.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Finds edges whose bright side is at the top right: a Sobel kernel turned that way.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Finds edges whose bright side is at the top right; the largest of the eight tells the direction.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Finds edges whose bright side is at the top: a Sobel kernel turned that way.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Finds edges whose bright side is at the top; the largest of the eight tells the direction.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Finds edges whose bright side is on the left: a Sobel kernel turned that way.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Finds edges whose bright side is on the left; the largest of the eight tells the direction.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Finds edges whose bright side is on the right: a Sobel kernel turned that way.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Finds edges whose bright side is on the right; the largest of the eight tells the direction.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Frei-Chen 1</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Frei-Chen 2</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Frei-Chen 3</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Frei-Chen 4</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Frei-Chen 5</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Frei-Chen 6</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Frei-Chen 7</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Frei-Chen 8</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Frei-Chen 9</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Gonzalez &amp; Woods, Digital Image Processing, 4th ed., §10.2</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Gonzalez &amp; Woods, Digital Image Processing, 4th ed., §10.2, the negative of the Laplacian of a Gaussian</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Gonzalez &amp; Woods, Digital Image Processing, 4th ed., §3.5</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Gonzalez &amp; Woods, Digital Image Processing, 4th ed., §3.6</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Kirsch NE</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Kirsch NW</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Kirsch SE</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Kirsch SW</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>LeNet-5 (LeCun et al., 1998)</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Phase ψ: −180 – 180 °</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Robinson NE</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Robinson NW</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Robinson SE</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Robinson SW</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>VGG-16 (Simonyan &amp; Zisserman, 2015)</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Wavelength λ: 2 – 30 px</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Width σ: 0.5 – 10 px</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>broken</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{n} stamps overlap at row {row}, column {col} and add up{bias} to {y}. Elsewhere {least} to {most} overlap: a checkerboard.</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>convviz/app.py</name>
  <message>
   <source>luma</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>convviz/cli.py</name>
  <message>
   <source>absolute</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>clamp</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>constant</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>maximum</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>none</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>offset</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>rows</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>same</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>signed</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>stretch</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>valid</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>zeros</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>convviz/core/along.py</name>
  <message>
   <source>Input cells from one output cell to the next.</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>convviz/core/analysis.py</name>
  <message>
   <source>Blocks everything: every weight is 0.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Passes changes {where} that repeat about every {period} pixels, blocks flat areas and fine detail.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Passes changes {where}, blocks flat areas.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Passes every frequency alike.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Passes flat areas and some changes, blocks others.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Passes flat areas, and changes {where} up to {times} times as strongly.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Passes flat areas, weakens changes {where}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Passes flat areas, weakens fine detail.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>along the diagonal ↗</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>along the diagonal ↘</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>along the diagonals</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>along x</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>along x and along y</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>at about {angle}°</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>even</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>in every direction</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>odd</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{parity} across the diagonal ↗</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{parity} across the diagonal ↘</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{parity} in x</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{parity} in y</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>convviz/core/border.py</name>
  <message>
   <source>circular</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>reflect</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>replicate</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>convviz/core/dense_spec.py</name>
  <message>
   <source>dense</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>local</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>shared</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>window</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>convviz/core/errors.py</name>
  <message>
   <source>Line {line} has {length} numbers, but line {first_line} has {first_length}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Line {line}, number {place}: {reason}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Reflect padding of {p} needs an image of at least {p} + 1 cells; this one has {i}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The window spans {span} cells ({k} taps, dilation {d}), but the input with its padding has only {padded} ({i} + {p}).</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>There is no file {path}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>There is no folder {folder}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>There is no output cell at row {row}, column {col}: rows go from 0 to {last_row}, columns from 0 to {last_col}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>This is not a readable ConvViz file: {reason}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>This kernel has {height} × {width} numbers (rows × columns); the largest is {largest} × {largest}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>This operation has no kernel; choose convolution to use one.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>This text has no numbers in it.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{name} has {width} × {height} pixels; at most {limit} megapixels are opened.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{name} is a folder, not a picture.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{name} is an empty file.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{name} is cut off or damaged: it cannot be decoded as {format}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{name} is not a picture of a kind that can be opened ({formats}).</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{name} must be from {least} to {most}, not {value}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{path} was not written: the disk is full.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{path} was not written: {reason}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>“{word}” is not a finite number.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>“{word}” is not a number.</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>convviz/core/fast/filter2d.py</name>
  <message>
   <source>OpenCV filter2D</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>convviz/core/fast/shifted.py</name>
  <message>
   <source>OpenCV scaleAdd, tap by tap</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>convviz/core/images.py</name>
  <message>
   <source>pixels</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>convviz/core/kernel_gradients.py</name>
  <message>
   <source>Definition: the central difference (f(x + 1) − f(x − 1)) / 2</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Definition: the central difference (f(y + 1) − f(y − 1)) / 2</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Definition: the forward difference f(x + 1) − f(x)</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Definition: the forward difference f(y + 1) − f(y)</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Difference x</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Difference y</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Finds broad level edges and is less upset by noise than the 3×3 Sobel.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Finds broad upright edges and is less upset by noise than the 3×3 Sobel.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Finds edges by one subtraction along a diagonal: a pixel minus its lower right neighbour.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Finds edges by one subtraction along a diagonal: upper right pixel minus lower left pixel.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Finds level edges like Sobel, but measures a slanted edge more truly.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Finds level edges: positive where it gets brighter downwards, negative where it gets darker.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Finds level edges: the three pixels below minus the three above.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Finds the thinnest level edges: each pixel is subtracted from the one below it.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Finds the thinnest upright edges: each pixel is subtracted from its right neighbour.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Finds upright edges like Sobel, but measures a slanted edge more truly.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Finds upright edges: positive where it gets brighter to the right, negative where it gets darker.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Finds upright edges: the three pixels on the right minus the three on the left.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Forward difference x</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Forward difference y</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Gradient</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>H. Scharr, "Optimale Operatoren in der Digitalen Bildverarbeitung", thesis, Heidelberg, 2000</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>I. Sobel &amp; G. Feldman, "A 3×3 Isotropic Gradient Operator for Image Processing", 1968</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>J. M. S. Prewitt, "Object Enhancement and Extraction", 1970</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>L. G. Roberts, "Machine Perception of Three-Dimensional Solids", thesis, MIT, 1963</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Measures the slope along a row: how fast it gets brighter to the right, showing upright edges.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Measures the slope down a column: how fast it gets brighter downwards, showing level edges.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>OpenCV, getDerivKernels(0, 1, 5)</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>OpenCV, getDerivKernels(1, 0, 5)</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>convviz/core/kernel_sets.py</name>
  <message>
   <source>Frei-Chen basis</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>G. S. Robinson, "Edge Detection by Compass Gradient Masks", CGIP 6(5), 1977</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Kirsch compass</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Measures an upright cross against the corners.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Measures brightness: three times the average of nine pixels.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Measures edges between a left and a right.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Measures edges between a top and a bottom.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Measures lines: rising ones against falling ones.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Measures lines: upright ones against level ones.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Measures ripples towards the top left.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Measures ripples towards the top right.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Measures the middle and the corners against the sides.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>R. Kirsch, "Computer Determination of the Constituent Structure of Biological Images", 1971</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Robinson compass</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>W. Frei &amp; C.-C. Chen, "Fast Boundary Detection", IEEE Trans. Computers C-26(10), 1977</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>convviz/core/kernels.py</name>
  <message>
   <source>Angle θ</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Aspect γ</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Binomial coefficients 1 2 1, the shortest whole-number Gaussian</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Blurs a little and then finds spots and edges; the middle is positive, so bright spots stay bright.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Blurs and then takes the Laplacian: edges lie where the result changes its sign.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Blurs as much as you like: a larger σ spreads every pixel over a wider disc.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Blurs more: every pixel becomes the average of a 5×5 square.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Blurs smoothly, with less blockiness than a box of the same size.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Blurs softly: near pixels count more than far ones.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Blurs: every pixel becomes the average of itself and its eight neighbours.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Box 3×3</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Box 5×5</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Common in image editors; no first publication is known</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Corner</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Cross derivative</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>D. Marr &amp; E. Hildreth, "Theory of Edge Detection", Proc. R. Soc. Lond. B 207, 1980</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Definition: exp(−(x² + y²) / 2σ²), sampled and divided by its sum</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Definition: the unit impulse, or the unit impulse moved by one cell</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Definition: twice the picture minus its 5×5 binomial blur</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Emboss</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Finds corners and single dots, and stays silent on straight upright and level edges.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Finds corners: large where the picture changes along x and along y together.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Finds edges in every direction, diagonals too: eight neighbours minus eight times the middle.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Finds edges in every direction: four neighbours minus four times the middle.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Finds fine level stripes, four pixels from one to the next.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Finds fine stripes that fall from the top left, four pixels from one to the next.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Finds fine stripes that rise to the top right, four pixels from one to the next.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Finds fine upright stripes, four pixels from one to the next.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Finds single bright dots and draws outlines: the middle against all its neighbours.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Finds stripes of one direction and one width, much as cells in our visual cortex do.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Finds thin bright lines that fall from the top left.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Finds thin bright lines that rise to the top right.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Finds thin level lines that are brighter than what lies above and below.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Finds thin upright lines that are brighter than what lies left and right.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Gaussian</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Gaussian 3×3</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Gaussian 5×5</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Gonzalez &amp; Woods, Digital Image Processing, 2nd ed., §3.7</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>High-boost</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Identity</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Identity and shifts</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>J. G. Daugman, "Uncertainty relation for resolution in space …", J. Opt. Soc. Am. A 2(7), 1985</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>J. Immerkær, "Fast Noise Variance Estimation", CVIU 64(2), 1996</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Kernel</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Laplacian</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Laplacian 8</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Leaves the picture as it is: the only live weight is the 1 in the middle.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Line 0°</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Line 135°</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Line 45°</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Line 90°</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Lines and corners</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>MATLAB, fspecial("motion"): weight 1 − distance from the path</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Motion blur</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Moves the picture one pixel down: every output cell reads the neighbour above it.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Moves the picture one pixel to the left: every output cell reads its right neighbour.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Moves the picture one pixel to the right: every output cell reads its left neighbour.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Moves the picture one pixel up: every output cell reads the neighbour below it.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>P. Beaudet, "Rotationally Invariant Image Operators", ICPR, 1978: ∂²/∂x∂y</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>P. Burt &amp; E. Adelson, "The Laplacian Pyramid as a Compact Image Code", 1983, with a = 3/8</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Phase ψ</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Point</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Rows</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Sharpen</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Sharpen 8</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Sharpening and relief</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Sharpens and brightens: A times the picture, with its edges added.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Sharpens gently: what a blur takes away is added once more.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Sharpens strongly, along the diagonals too, and makes noise stronger with it.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Sharpens: the picture minus its Laplacian makes every edge steeper.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Shift down</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Shift left</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Shift right</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Shift up</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Smears the picture along a line, as when the camera moves while it looks.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Smoothing</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Subtracts a wide blur from a narrow one: spots and edges of one size remain.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Turns the picture into a relief lit from the top left.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Unsharp mask 5×5</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Wavelength λ</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Width σ</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>convviz/core/layer_sizes.py</name>
  <message>
   <source>Average pooling</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Convolution</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Max pooling</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Max unpooling</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Transposed convolution</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Upsampling</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>kernel</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>padding</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>convviz/core/listings/chain.py</name>
  <message>
   <source>mean</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>convviz/core/listings/im2col.py</name>
  <message>
   <source>columns</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>convviz/core/listings/resizing.py</name>
  <message>
   <source>bicubic</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>bilinear</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>cols</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>nearest</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>convviz/core/operations/dense.py</name>
  <message>
   <source>matrix × input</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>convviz/core/operations/pool2d.py</name>
  <message>
   <source>rows, then columns</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>convviz/core/operations/resize2d.py</name>
  <message>
   <source>OpenCV resize</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>convviz/core/operations/transposed2d.py</name>
  <message>
   <source>stamps, tap by tap</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>convviz/core/resize_places.py</name>
  <message>
   <source>linear</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>convviz/core/samples.py</name>
  <message>
   <source>Astronaut</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Bars</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Brick wall</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Camera</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Canvas</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Cell</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Checkerboard</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Chelsea the cat</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Clock, blurred by motion</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Coffee</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Disc</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Grass</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Gravel</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Hubble eXtreme Deep Field</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Impulse</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Noise</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Retina</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Rocket</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Step edge</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Zone plate</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>convviz/core/stack_presets.py</name>
  <message>
   <source>Context module</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>convviz/core/stacks.py</name>
  <message>
   <source>cubic</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>convviz/labs/amounts.py</name>
  <message>
   <source>{n} GB</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{n} KB</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{n} MB</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{n} TB</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{n} bytes</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>convviz/labs/calculator.py</name>
  <message>
   <source>A convolution takes {least} to {most} cells to {i}; output padding says which comes back.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Each maximum goes back to where it was found; the other cells are 0.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Each output cell reads its nearest neighbours in the input.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Every cell is read: stride {s} takes the last window to the very end.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Every input cell stamps the whole window; neighbours lie s cells apart.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Never read, at the end: {n} of {padded} cells, padding included. Stride {s} does not divide {room}; these strides do: {fitting}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Pooling takes {least} to {most} cells to {i}; unpooling makes the fewest unless told its output_size.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Rounded up there is one window more, but it would start in the padding: left out.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Stride {s} is longer than the window: some cells get nothing.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The last window hangs over the end by {n}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The size is kept: padding adds the {n} cells that a window spanning {span} takes.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Without padding enough for it, a window of k taps takes d(k − 1) cells off.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>slices</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{i} × {factor} is no whole number; it is rounded down.</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>convviz/labs/calculator_answers.py</name>
  <message>
   <source>Both paddings</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Dilation</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Factor</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Fits exactly</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Input size</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Output padding</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Padding</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Stride</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Strides that take the last window to the very end: no cell is left unread.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Which dilations make the output wanted?</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Which factors make the output wanted?</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Which inputs does this layer take to the output wanted?</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Which output padding makes the output wanted?</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Which padding and output padding make the output wanted together, where neither does alone?</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Which padding makes the output wanted? One number is for each side.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Which strides make the output wanted?</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Which window makes the output wanted? Taps along each axis.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Window</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>double</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>half</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>padding {padding}, output padding {extra}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{least} or more</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{least} to below {below}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{least} to {most}</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>convviz/labs/chain.py</name>
  <message>
   <source>Layer (convolution to pooling)</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Pooled block</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Pooling</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Rows and columns of a block, 1 to 8; blocks lie side by side. 1 leaves everything as it is.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>What becomes of each block of activated cells: its largest value, or its mean.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>activate</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>average</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>slide</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>write</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>convviz/labs/chain_stage.py</name>
  <message>
   <source>0 is white</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Activated</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>After {name}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Convolution + bias</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Input</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Input, {n} channels</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>signed · 0 is white</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>× kernel {turned}{sign} bias {b}</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>convviz/labs/chain_words.py</name>
  <message>
   <source>All {n} values are 0: nothing of this feature is here, at row {row}, column {col}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Blocks of one cell: {y} is written to row {row}, column {col} as it is.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>On the stage {n} windows read row {row}, column {col}; after pooling {m} output cells see it.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Row {row}, column {col} is padding; on the stage {n} windows read it, {m} output cells see it.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Sigmoid squeezes {z} between 0 and 1: {y}, where its curve is all but flat.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Sigmoid squeezes {z} between 0 and 1: {y}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The mean of {n} activated values, {y}, is written to row {row}, column {col}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The window for row {row}, column {col} hangs over the edge with {outside} taps; its sum is {z}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Without an activation {z} goes on as it is: two such layers would be one.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>tanh squeezes {z} between −1 and 1: {y}, where its curve is all but flat.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>tanh squeezes {z} between −1 and 1: {y}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{taps} products add up to {sum}; with bias {b} it is {z} at row {row}, column {col}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{taps} products add up to {z} at row {row}, column {col}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{y} is the largest of {n}: from row {at}, column {along} it alone goes on, to row {row}, column {col}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{z} is below 0: ReLU makes it 0, so this edge's other side disappears.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{z} is below 0: ReLU makes it 0; only what agrees with the filter goes on.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{z} is below 0: leaky ReLU leaves {slope} of it, {y}; a trace remains.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{z} is not below 0: ReLU lets it through as it is.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{z} is not below 0: leaky ReLU lets it through as it is.</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>convviz/labs/conv_explain.py</name>
  <message>
   <source> with bias {b}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>, through {name}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>No window reads row {row}, column {col}: stride, dilation or the size skip it.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>One value times one weight{bias}{activation}: {y} at row {row}, column {col}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Output cells on the stage that read row {row}, column {col}: {n}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Row {row}, column {col} is padding, {value}; output cells on the stage that read it: {n}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The padding at row {row}, column {col} copies row {r}, column {c}, off the stage.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The padding at row {row}, column {col} copies the pixel at row {r}, column {c}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The window for row {row}, column {col} hangs over the edge: {outside} of its {of} taps {padding}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The {taps} products cancel: their sum is 0, the kernel sees nothing at row {row}, column {col}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Weight {i}, {j} meets the input at row {row}, column {col}: {x} × {w} = {product}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>read on at the opposite edge</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>read the edge once more</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>read the padding value {value}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>read the picture mirrored at its edge</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{taps} products of {n} channels, summed{bias}{activation}: {y} at row {row}, column {col}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{taps} values times {taps} weights, summed{bias}{activation}: {y} at row {row}, column {col}.</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>convviz/labs/conv_formula.py</name>
  <message>
   <source>multiply</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>convviz/labs/conv_grids.py</name>
  <message>
   <source>products</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>convviz/labs/conv_stage.py</name>
  <message>
   <source>= products</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>convviz/labs/conv_sum.py</name>
  <message>
   <source>Products</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{n} kernels {h} × {w}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{n} more: {total}</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>convviz/labs/conv_words.py</name>
  <message>
   <source>Filter</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Filter, rotated 180°</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Input, channel {name}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Kernel, rotated 180°</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Output</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>absolute · 0 is black</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>clamped</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>clamped to the picture's range</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>click to type, drag to paint</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>offset · 0 is mid-grey</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>reflected</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>replicated</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>rows {top}–{bottom}, columns {left}–{right}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>stretched</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>stretched · least to most</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>type or paint</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>weights</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>weights · 0 is white</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>zero</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{h} × {w}, padding {pads} → {ph} × {pw}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{h} × {w}, {border} padding {pads} → {ph} × {pw}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{name} · rows {top}–{bottom}, columns {left}–{right}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{size} · rows {top}–{bottom}, columns {left}–{right}</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>convviz/labs/convolution.py</name>
  <message>
   <source>Convolution (2-D)</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>convviz/labs/dense.py</name>
  <message>
   <source>Cells of the picture that are read, at most 16 × 16: rows, columns.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Connections</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Dense: every output reads every input. Local: only its neighbourhood. Shared: with the same weights everywhere, which is convolution.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>From dense to convolution</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Input begins at</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>No connection: this output has no weight for row {row}, column {col}, as if it were 0.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Output cells that read row {row}, column {col}: {n} of the {of} on the stage.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Row {row}, column {col} reads all {taps} inputs, each with a weight that only this output has: {y}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Row {row}, column {col} reads its neighbourhood with the same {taps} weights as all others, which is convolution: {y}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Row {row}, column {col} reads only its {kh} × {kw} neighbourhood, with {taps} weights of its own: {y}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Rows and columns of the neighbourhood of an output.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Seed</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Where in the picture these cells begin: row, column.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Which random weights: another number, other weights.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Window size</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{x} × {w} = {product} at row {row}, column {col}: all {outputs} outputs use this weight.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{x} × {w} = {product}: a weight that meets row {row}, column {col} and nothing else.</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>convviz/labs/dense_counts.py</name>
  <message>
   <source>Dense</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Local</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Shared</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The whole picture, {size}, with {units} units</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Whole picture, {size}, {units} units</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>dense: {dense}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>dense: {dense} parameters</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>photo: {dense} → {shared}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>shared: {shared}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>shared: {shared} for {units} filters of {kh} × {kw}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>shared: {shared} parameters</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{n} billion</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{n} million</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{size}, {units} units</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{size}, {units} units: {dense} → {shared}</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>convviz/labs/dense_stage.py</name>
  <message>
   <source>Weights</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>for every input</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>for its neighbourhood</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>its own</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>nearby</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>one for every input</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>the same for all</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>the same for all outputs</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>this output's own</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{n} of them</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>convviz/labs/im2col.py</name>
  <message>
   <source>Input shows</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Matrix (im2col)</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The pixels, or how often the windows copy each of them.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The windows as columns that the filter multiplies, or the filter as a sparse matrix that multiplies all pixels.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Toeplitz</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>View</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>copies (heat)</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>convviz/labs/im2col_words.py</name>
  <message>
   <source>Column {n} of 0–{last} is the window for row {row}, column {col}: filter times column = {y}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Column {n} of 0–{last} is the window for row {row}, column {col}: {outside} of its {taps} numbers are padding; filter times column = {y}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Columns</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Copies</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Copies of each pixel</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Filter as a row · 1 × {taps}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Filter as a row · 1 × {taps} · type or paint</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Filter × columns</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Filter × columns{bias} = the output, row by row</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Filters</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Filters as rows · {n} × {taps}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Filters as rows · {n} × {taps} · type or paint</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>For the whole picture, {h} × {w}, T would have {rows} × {columns} cells, {size} as float32, nearly all of them 0: it explains convolution, and nobody computes with it.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>For the whole picture, {h} × {w}, the matrix would have {rows} × {columns} numbers, {size} as float32; made {block} at a time, it never exists as a whole.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Product</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Row {n} of 0–{last}: the {taps} weights stand where the window's pixels are, beside {zeros} zeros; row times pixels = {y}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Row {n} of 0–{last}: {outside} of {taps} weights meet copies in the padding, and are added to those of the pixels copied; row times pixels = {y}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Row {n} of 0–{last}: {outside} of {taps} weights meet the padding's value, which has no column and is added like a bias; the result is {y}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Row {n} of 0–{last}: {outside} of {taps} weights meet zeros of the padding, which have no column; row times pixels = {y}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Row {row}, column {col} is padding.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Row {row}, column {col}: this pixel is in the matrix {n} times, once for each tap that reads it.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Row {row}, column {col}: this pixel is one column of T, with {n} weights, and is not copied.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Toeplitz matrix T</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Weight {w} meets row {tap} of the columns, one number of every window; here {x} × {w} = {product}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Weight {w} stands in T once for each window, at the pixel it meets there: all windows share it.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Windows as columns</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>at most {taps} of {columns} cells in a row hold weights; whole picture: {size}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>at most {taps} weights in a row; whole picture: {size}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>times</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>times in the matrix</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>whole picture, {h} × {w}: {size}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>whole picture, {h} × {w}: {size} as float32; in blocks of {block}, never all of it</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>whole picture, {h} × {w}: {size}; made in blocks of {block}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>whole picture: {size}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{pixels} pixels, {copies} copies and {padding} of padding: {times} times as many</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{pixels} pixels, {copies} copies: {times} times as many</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{pixels} → {all}: {times} times</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{rows} × {columns} of {size}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{size} · a row for each window, a column for each pixel</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{size} · here {rows} × {columns} of it</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{times} times</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>convviz/labs/parts.py</name>
  <message>
   <source>never read</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>written</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>convviz/labs/pool_stage.py</name>
  <message>
   <source>Unpooled</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>maxima put back</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>maxima where they came from</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>maximum {y}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>mean {y}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>zeros elsewhere</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>convviz/labs/pooling.py</name>
  <message>
   <source>Cells from one tap to the next: rows, columns.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Cells on each side, at most half of the window: rows, columns.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Cells that the window moves by: rows, columns. As large as the window: no overlap.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Count padding</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Kind</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Last window</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Pooling (2-D)</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Rows and columns of a window.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The largest value of each window, or its mean.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The mean of {taps} values is {y}, written to row {row}, column {col}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Whether a last window may hang over the end: the size is rounded up instead of down.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Whether the padding's zeros count as cells of the mean.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Windows on the stage that hold row {row}, column {col}: {n}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>may hang over (ceil)</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>must fit (floor)</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>no</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>yes</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{outside} of {taps} taps lie outside, where −∞ never wins; {y} at row {at}, column {along} does.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{outside} of {taps} taps lie outside; the sum is divided by {count}: {y} at row {row}, column {col}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{ties} values are {y}; the first of them, at row {at}, column {along}, wins and is remembered.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{y} is the largest of {taps}; its place, row {at}, column {along}, is remembered.</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>convviz/labs/resize_explain.py</name>
  <message>
   <source>No output cell reads row {row}, column {col}: a picture made smaller skips what lies between.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Output row {row}, column {col} begins in the cell at row {at}, column {along}: {y} is copied.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Row {row}, column {col} lies outside: row {r}, column {c} at the edge is read once more.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The centre of output row {row}, column {col} lies in row {at}, column {along}: {y} is copied.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The output cell lies {down} and {across} the pixel it reads most of; its weights: {weights}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The place is the centre of an input cell: only that one counts, and {y} stays.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The place is the middle of 4 cells: each weighs {w}, {y} is their mean.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The place lies on a line of centres: {n} of {taps} weights count, the others are 0: {y}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{d} of a cell above</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{d} of a cell below</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{d} of a cell left of</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{d} of a cell right of</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{n} of {taps} weights are negative: they keep edges sharp, where bilinear blurs them: {y}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{outside} of the {taps} cells around this place lie outside; the edge is read once more there: {y} at row {row}, column {col}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{y} overshoots: the {taps} values it is made of go from {low} to {high}, and {n} of their weights are negative.</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>convviz/labs/resize_stage.py</name>
  <message>
   <source>begins at row {row}, column {col}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>begins at {row}, {col}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>centre at row {row}, column {col}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>centre {row}, {col}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>edge again</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>output cell</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>place {row}, {col}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>place: row {row}, column {col}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{k} × {k}, row × column each</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>convviz/labs/signal.py</name>
  <message>
   <source>A row of the picture, or bits to be encoded: convolution modulo 2, as in channel coding.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Bits</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Border</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Border value</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Cells from one tap to the next; 1 is the ordinary kernel.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Cells that the kernel moves by.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Convolution (1-D)</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Convolution flips the kernel before it slides, y(n) = Σ x(n − k) g(k); correlation does not.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Definition</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Generators</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Numbers such as 1, 2, 1 or [1 2 1]/4, or one of the list.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>One sequence for each output bit, such as 111, 101: the code of rate 1/2 with K = 3.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Row</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Signal</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The input, such as 1011.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The number in the padding.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>What stands before and after the signal, where the padding is.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Which row of the picture is the signal.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>a row of the picture</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>bits (channel coding)</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>convolution (flip)</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>cross-correlation</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>full</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>same, valid, full (wherever kernel and signal meet), or cells: both ends, or before, after.</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>convviz/labs/signal_stage.py</name>
  <message>
   <source>Code</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>black is 0, white is 1</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>kernel g{n}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>output y{n}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>sent</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>signal x</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>convviz/labs/signal_text.py</name>
  <message>
   <source>The input</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>box 5</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>difference</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>echo</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>smoothing</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>convviz/labs/signal_words.py</name>
  <message>
   <source>At n = {n} the encoder, which has no memory, sends {symbol}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>At n = {n} the kernel hangs over the end: {outside} of its {taps} taps {border}; y({n}) = {y}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>At n = {n}, {state} in memory: {ones} products are 1, {parity}, so y{which}({n}) = {y}; {symbol} is sent.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Flipped and slid to n = {n}, the kernel meets {taps} values: their products add up to {y}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Generators, flipped</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Kernel, flipped</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Slid to n = {n} as it is, the kernel meets {taps} values: their products add up to {y}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The bits are over; zeros flush the encoder: at n = {n} it sends {symbol}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The {taps} products cancel: the kernel sees nothing at n = {n}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>an even number</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>an odd number</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>rate 1/{n}, K = {k}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>row {row}, columns {left}–{right}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>typed</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{all} bits: {n} × {count}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{k} taps</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{name} · row {row}, columns {left}–{right}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{n} bits</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{n} bits, {pads} zeros on either side</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{n} values</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{n} values · n = {left}–{right}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{n} values, {border} padding {pads} → {all}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{n}, padding {pads} → {all}</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>convviz/labs/sizes_text.py</name>
  <message>
   <source>cols = {sum} = {o}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>o = ⌊i · scale⌋</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>pooled: ⌊o / m⌋ = ⌊{o} / {m}⌋ = {n}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>rows = {sum} = {o}</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>convviz/labs/story.py</name>
  <message>
   <source>My kernel</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The output channel on the stage.</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>convviz/labs/transposed.py</name>
  <message>
   <source>A number that is added to every output cell.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Bias</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Cells cut off on each side of the output: rows, columns.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Cells show</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Output cells from one stamp to the next: rows, columns.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Output cells from one tap of a stamp to the next: rows, columns.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Output pad</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Rows, columns added at the end, fewer than the stride or the dilation: it tells apart the sizes that a convolution takes to this one.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Stamp: every input cell sets the kernel, times its value, onto the output. Gather: an ordinary window, its kernel rotated, over the input with zeros put in. The numbers are the same.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Transposed convolution (2-D)</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>What output cells show: their values, or how many stamps overlap there. Where a stride does not divide the kernel's size, that is uneven, and seen as a checkerboard.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>gather</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>overlaps</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>stamp</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>values</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>convviz/labs/transposed_stage.py</name>
  <message>
   <source>Input, stretched</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Overlaps</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>no stamp</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>reaches the cell</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>so far</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>stamps</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>stamps that overlap</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{h} × {w} → {sh} × {sw}, padding {pads}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>× {x} = stamp</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>convviz/labs/transposed_words.py</name>
  <message>
   <source>A zero put between the input's cells, at row {row}, column {col} of the stretched input.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Column {n} is added by output_padding: convolution takes {sizes} columns to {i}; {size} is meant.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>No stamp reaches row {row}, column {col}: it stays {y}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>One stamp alone reaches row {row}, column {col}{bias}: {y}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Padding, 0, at row {row}, column {col} of the stretched input.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Row {n} is added by output_padding.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Row {n} is added by output_padding: convolution takes {sizes} rows to {i}; {size} is meant.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Row {r}, column {c} of the input; output cells on the stage whose window meets it: {n}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The padding cuts off all of the stamp of row {row}, column {col}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Weight {u}, {v} meets the input at row {i}, column {j}: {x} × {w} = {product}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Weight {u}, {v} of no stamp falls on row {row}, column {col}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>conv: any of {sizes} → {i}; a = {a}: {o}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>conv: {oh} × {ow} → {h} × {w}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>conv: {oh} × {ow} → {h} × {w}; {sizes} all → {i}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{n} of {taps} taps meet input cells, the others zeros{bias}: {y} at row {row}, column {col}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{n} stamps overlap at row {row}, column {col} and add up{bias} to {y}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{x} at row {row}, column {col} times the kernel is stamped on {n} output cells on the stage.</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>convviz/labs/upsampling.py</name>
  <message>
   <source>Align</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Mode</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Output cells per input cell: rows, columns. Below 1 the picture is made smaller.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Scale</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Upsampling (2-D)</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>What an output cell is made of: one input cell, the 4 or the 16 around its place.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>What stays in place: the picture's edges, or the centres of its corner cells (align_corners).</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>corners' centres</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>edges</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>nearest, exact</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>convviz/scene/examples.py</name>
  <message>
   <source>1 × 1: a mix of channels at each pixel</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>7 × 7 × 3, two filters, stride 2, padding 1</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>A layer: convolution, bias, ReLU, max pooling</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>A row of the picture as a signal: flip and slide</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Convolution proper: the kernel rotated by 180°</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Dilation 2: the comb of taps</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Each channel by itself</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Full padding: 5 × 5 → 7 × 7</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Max pooling 2 × 2 and the way back</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Motion blur in colour</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>No padding: 5 × 5 → 3 × 3</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Padding 1: 5 × 5 → 5 × 5</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Pooling windows that overlap: 3 × 3, stride 2</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Stride 2, padding 1: 5 × 5 → 3 × 3</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Stride 2: a row and a column that only padding reaches</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The convolutional code 7, 5: 1011 is sent</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>convviz/scene/scene.py</name>
  <message>
   <source>Ones 3×3</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>convviz/state/saving.py</name>
  <message>
   <source>Copying the result …</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Saved {name}, {channels} channels of {width} × {height} pixels.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Saved {name}, {width} × {height} pixels.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Saving {name} …</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Waiting for the result …</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>convviz/state/settings.py</name>
  <message>
   <source>Your settings could not be read and are the defaults now. The old file was kept as {kept}. ({reason})</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>convviz/views/actions.py</name>
  <message>
   <source>&amp;About ConvViz</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>&amp;Cells on the stage</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>&amp;Clear</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>&amp;Copy result</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>&amp;Edit</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>&amp;Examples</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>&amp;Export this kernel…</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>&amp;File</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>&amp;Find a kernel</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>&amp;Full screen</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>&amp;Go to row, column…</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>&amp;Help</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>&amp;Import a kernel…</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>&amp;Kernels</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>&amp;Keys</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>&amp;Last step</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>&amp;New canvas…</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>&amp;Normalise to sum 1</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>&amp;Open image…</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>&amp;Paste image</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>&amp;Play or pause</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>&amp;Playback</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>&amp;Quit</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>&amp;Redo</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>&amp;Rotate by 90°</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>&amp;Samples</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>&amp;Save result…</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>&amp;Save this kernel…</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>&amp;Step by step</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>&amp;Theme</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>&amp;Transpose</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>&amp;Undo</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>&amp;View</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>&amp;Whole image</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>F&amp;irst step</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>F&amp;lip left–right</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Fas&amp;ter</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>L&amp;oop</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Make the stage the whole &amp;input</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Next p&amp;hase</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Open &amp;recent</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Play only the &amp;region</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Previous ph&amp;ase</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Si&amp;zes calculator…</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Slo&amp;wer</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Step &amp;back</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Step &amp;forward</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Use the &amp;whole picture</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>convviz/views/answers_card.py</name>
  <message>
   <source>Cells wanted along each axis; or same, half or double: as many as come in, half or twice.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Output wanted</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The formula turned round: what must hold for o cells to come out of i.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>This is what it is now.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Use</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Use this: {name}</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>convviz/views/axis_entries.py</name>
  <message>
   <source>above 0</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>convviz/views/cell_editor.py</name>
  <message>
   <source>Number in this cell</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>convviz/views/code_tab.py</name>
  <message>
   <source>Copied</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Copy</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Copy the program</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Copy the whole program.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Language</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Program</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The program runs as it is and prints the numbers on the stage.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The same numbers, by a program of this library.</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>convviz/views/cost_tab.py</name>
  <message>
   <source>Input cells from one window to the next: rows, columns. This is the stride.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Input cells that one output cell sees: rows × columns, from first tap to last.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Jump</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Memory of the input: channels × rows × columns, at its own depth.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Memory of the output: feature maps × rows × columns, 4 bytes each (float32).</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Memory of weights and biases, 4 bytes each (float32).</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Multiply-accumulates (MACs) for one output cell; adding the bias is not counted.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Multiply-accumulates for every output cell of every feature map.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>One window</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Parameters</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Receptive field</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Start</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Weights and biases: the numbers that a network learns.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Where the first window begins: row, column. Negative is in the padding.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Whole output</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{macs} MACs</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>convviz/views/desk.py</name>
  <message>
   <source>Dark</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Light</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Like the desktop</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Like the system</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>convviz/views/dialogs.py</name>
  <message>
   <source>About ConvViz</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>All files</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Click a pixel to type its value, drag to paint.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>ConvViz {version}: watch a convolution happen, number by number.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Export this kernel</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>From {least} to {most}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Import a kernel</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Kernel texts</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Keys</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>MIT licence.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Name</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>New canvas</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Open image</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Picture as shown</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Pictures</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Replace?</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Save result</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>There is a kernel named “{name}”. Replace it?</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>True values, float32</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>convviz/views/entries.py</name>
  <message>
   <source>Kernel size</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>convviz/views/files.py</name>
  <message>
   <source>The picture on the clipboard cannot be read.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The result is on the clipboard, as shown.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>There is no picture on the clipboard.</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>convviz/views/gallery.py</name>
  <message>
   <source>Click a kernel to use it.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Kernels</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>No kernel is called so or does so.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Search the kernels</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Search the kernels by name, family or what they do (Ctrl+F)</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Search… edge, blur</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>on your image</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>convviz/views/gallery_model.py</name>
  <message>
   <source>My kernels</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{height} × {width}, drawn by you</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>convviz/views/histogram.py</name>
  <message>
   <source>Histogram of output</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{n} values from {low} to {high}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{n} values from {low} to {high} · heights are logarithmic</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>convviz/views/inspector.py</name>
  <message>
   <source>Cost</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Inspector</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Programs that compute the same numbers.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>What the kernel is: its sum, factors, symmetry and frequency response.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>What the layer costs: parameters, multiplications, memory.</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>convviz/views/kernel_section.py</name>
  <message>
   <source>Brush</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Change the whole kernel.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Clear</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Clear the kernel: every weight becomes 0.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Drag on the kernel to paint this weight.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Edit kernel</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Flip</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Flip the kernel: left becomes right.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Normalise</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Normalise: divide every weight by their sum.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Rotate</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Rotate the kernel by 90° to the right.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Rows × columns, 1 to 63 each, such as 3 or 3 × 5. The kernel keeps its middle.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The weight that painting on the kernel sets.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The weights sum to 0, by which they cannot be divided.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Transpose</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Transpose the kernel: rows become columns.</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>convviz/views/kernel_shelf.py</name>
  <message>
   <source>My {name}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Rename</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Save this kernel</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Saved {path}.</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>convviz/views/kernel_tab.py</name>
  <message>
   <source>A separable kernel is a column times a row, and can be applied as two thin kernels: faster.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Even: a mirror image is the same. Odd: it is the same with the opposite sign.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Frequency response</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>How strongly waves of each frequency pass: dark not at all, yellow most. Flat areas are in the middle, the finest stripes at ±½ cycle per pixel.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Separable</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Sum (gain at 0 Hz)</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Symmetry</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>What a flat area is multiplied by.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>no, rank {rank}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>yes: {column}ᵀ·{row}</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>convviz/views/layer_costs.py</name>
  <message>
   <source>Cells of this layer's input that an output cell sees, from first tap to last.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>MACs</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Memory of the layer's input: channels × cells along each axis.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Memory of the layer's output: channels × cells along each axis.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Memory of weights and biases.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Multiply-accumulates divided by output cells.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Multiply-accumulates for the whole output; adding the bias is not counted. Pooling has none.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Per output cell</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Weights + biases: the numbers that a network learns.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Where the first output cell's field begins. Negative is in the padding.</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>convviz/views/layer_panel.py</name>
  <message>
   <source>A picture: rows, columns.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>A signal.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>A volume, or a clip: slices, rows, columns.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Axes</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Cells added at the end: fewer than the stride, or than the dilation.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Cells from one tap to the next, along each axis; 1: no gaps.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Cells of the stack's input along each axis: (slices,) rows, columns.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Cells on each side, for each axis; 1 + 2 is one before and two after.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Cells that the window moves by along each axis.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Channels</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Channels of the stack's input.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Groups</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>How many sizes an input has.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Independent blocks of channels; as many as channels: depthwise. Only numbers that divide the channels on both sides are offered.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Layer</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Layer {n} of {all}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Numbers</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Operation</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Output cells per input cell along each axis: 2, 1.5, 7/3.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Output channels: one for each filter.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Size</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Taps along each axis.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>What a number takes in memory.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>What the layer does.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>What the layer is called.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Whether a last window may hang over the end: the size is rounded up.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Whether each filter has a bias: one more number to learn.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Which neighbours an output cell is made from: 1, 2 or 4 along each axis.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>float16, 2 bytes</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>float32, 4 bytes</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>float64, 8 bytes</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>int8, 1 byte</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>convviz/views/layer_section.py</name>
  <message>
   <source>A function that every sum passes through at last.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>A number that is added to every sum.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Activation</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Cells from one tap to the next: rows, columns; 1 is the ordinary window.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Cells that the window moves by: rows, columns.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Cross-correlation lays the kernel on as it is, as deep learning does; convolution proper rotates it by 180° first.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Slope below zero</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>What stands outside the picture, where the padding is.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>convolution (180°)</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>valid, same, or cells: one number; rows, columns; or top, bottom, left, right.</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>convviz/views/notice.py</name>
  <message>
   <source>Close this message</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>convviz/views/output_section.py</name>
  <message>
   <source>Each channel is filtered by itself, or all are summed into one map, as in a layer of a network.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Feature map</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>How a colour picture is read: its brightness, one of its channels, or all three.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>How values become colours. The numbers in the cells are always the true ones.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Mix</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Output channel</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Show output</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>This picture is grey: it has only one channel.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>all (R, G, B)</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>each by itself</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>offset 128</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>summed into one</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>convviz/views/output_size.py</name>
  <message>
   <source>Output size</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>o: output cells, i: input cells, p: padding, d: dilation, k: taps of the kernel, s: stride.</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>convviz/views/pane.py</name>
  <message>
   <source>Input and output pictures</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Plus and minus zoom, arrow keys move, 0 shows everything.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Wheel: zoom · drag: move · double click or 0: everything</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>convviz/views/place.py</name>
  <message>
   <source>Step, output cell and phase</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>done</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>convviz/views/sizes_window.py</name>
  <message>
   <source>Add</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>All layers and what they add up to (Ctrl+2).</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Another layer below this one (Insert).</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Backwards: which choices make the output wanted?</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Down</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Enter on a cell edits it at the left.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Moves this layer down (Ctrl+Down).</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Moves this layer up (Ctrl+Up).</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Network</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>One layer</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>One layer, forwards and backwards (Ctrl+1).</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Published networks, to look at and to change.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Remove</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Show</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Sizes calculator</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Stack of layers</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Takes over the layer and the input of the main window (Ctrl+T).</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Takes this layer out (Delete).</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Together: {parameters} parameters ({weights}) · {macs} MACs · all outputs {outputs}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Totals</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Up</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Use this scene's numbers</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>What this layer costs and sees</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>o: output cells, i: input cells, p: padding, d: dilation, k: taps, s: stride, a: output padding, f: factor.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>your own</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>convviz/views/stack_table.py</name>
  <message>
   <source>Field</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Layers</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>convviz/views/stage.py</name>
  <message>
   <source>Opening the picture…</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Stage</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>convviz/views/toolbar.py</name>
  <message>
   <source>A blank picture to paint on (Ctrl+N)</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Open a picture (Ctrl+O)</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Open image…</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Paste</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Paste a picture (Ctrl+V)</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Pictures that come with the program</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Samples</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Save result…</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Save what the kernel makes of it (Ctrl+S)</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Step by step</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>What is computed</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Whole image</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>convviz/views/transport.py</name>
  <message>
   <source>Back</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Drag to any step and phase (←, →; phases with Shift)</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>First step</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Forward</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Go to a cell, loop, what is played (Ctrl+G)</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Last step</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>More</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>One step back (←); one phase back with Shift+←</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>One step forward (→); one phase forward with Shift+→</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Pause</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Play</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Play or pause (Space)</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Playback</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Speed</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Steps per second (+ and −)</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Time</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>To the first step (Home)</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>To the last step (End)</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{speed} step/s</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>convviz/views/transport_extras.py</name>
  <message>
   <source>Go to</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Go to an output cell: type its row and column, then Enter (Ctrl+G)</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Go to row, column</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Loop</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Play the region on the stage</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Play the whole image, page by page</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Region</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Start again at the end</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>convviz/views/whole_image.py</name>
  <message>
   <source>Cells whose value lies beyond what the colours can show</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Click any pixel: that window opens above.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>log scale</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{n} cells clamped</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>convviz/views/whole_image_head.py</name>
  <message>
   <source>Crop</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Drag a rectangle on the input: it becomes the whole input (Shift+drag does so at any time)</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The whole picture is the input again</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Use whole image</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>comparing…</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>fast path</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{n} windows, computed both ways and compared</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>✗ numpy ≠ {other}, max |Δ| = {worst} at row {row}, column {col}</source>
   <translation type="unfinished" />
  </message>
 </context>
</TS>
