<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
 <context>
  <name>resources</name>
  <message>
   <source>1 2 1 both ways</source>
   <translation>两个方向的 1 2 1</translation>
  </message>
  <message>
   <source>As large as the input</source>
   <translation>与输入一样大</translation>
  </message>
  <message>
   <source>Cross</source>
   <translation>十字</translation>
  </message>
  <message>
   <source>Diagonal ends</source>
   <translation>对角两端</translation>
  </message>
  <message>
   <source>Edge 11×11</source>
   <translation>边缘 11×11</translation>
  </message>
  <message>
   <source>Finds edges whose bright side is at the bottom left: a Sobel kernel turned that way.</source>
   <translation>检测亮侧在左下的边缘：转到该方向的 Sobel 卷积核。</translation>
  </message>
  <message>
   <source>Finds edges whose bright side is at the bottom left; the largest of the eight tells the direction.</source>
   <translation>检测亮侧在左下的边缘；八个之中最大的说明方向。</translation>
  </message>
  <message>
   <source>Finds edges whose bright side is at the bottom right: a Sobel kernel turned that way.</source>
   <translation>检测亮侧在右下的边缘：转到该方向的 Sobel 卷积核。</translation>
  </message>
  <message>
   <source>Finds edges whose bright side is at the bottom right; the largest of the eight tells the direction.</source>
   <translation>检测亮侧在右下的边缘；八个之中最大的说明方向。</translation>
  </message>
  <message>
   <source>Finds edges whose bright side is at the bottom: a Sobel kernel turned that way.</source>
   <translation>检测亮侧在下方的边缘：转到该方向的 Sobel 卷积核。</translation>
  </message>
  <message>
   <source>Finds edges whose bright side is at the bottom; the largest of the eight tells the direction.</source>
   <translation>检测亮侧在下方的边缘；八个之中最大的说明方向。</translation>
  </message>
  <message>
   <source>Finds edges whose bright side is at the top left: a Sobel kernel turned that way.</source>
   <translation>检测亮侧在左上的边缘：转到该方向的 Sobel 卷积核。</translation>
  </message>
  <message>
   <source>Finds edges whose bright side is at the top left; the largest of the eight tells the direction.</source>
   <translation>检测亮侧在左上的边缘；八个之中最大的说明方向。</translation>
  </message>
  <message>
   <source>Finds edges whose bright side is at the top right: a Sobel kernel turned that way.</source>
   <translation>检测亮侧在右上的边缘：转到该方向的 Sobel 卷积核。</translation>
  </message>
  <message>
   <source>Finds edges whose bright side is at the top right; the largest of the eight tells the direction.</source>
   <translation>检测亮侧在右上的边缘；八个之中最大的说明方向。</translation>
  </message>
  <message>
   <source>Finds edges whose bright side is at the top: a Sobel kernel turned that way.</source>
   <translation>检测亮侧在上方的边缘：转到该方向的 Sobel 卷积核。</translation>
  </message>
  <message>
   <source>Finds edges whose bright side is at the top; the largest of the eight tells the direction.</source>
   <translation>检测亮侧在上方的边缘；八个之中最大的说明方向。</translation>
  </message>
  <message>
   <source>Finds edges whose bright side is on the left: a Sobel kernel turned that way.</source>
   <translation>检测亮侧在左侧的边缘：转到该方向的 Sobel 卷积核。</translation>
  </message>
  <message>
   <source>Finds edges whose bright side is on the left; the largest of the eight tells the direction.</source>
   <translation>检测亮侧在左侧的边缘；八个之中最大的说明方向。</translation>
  </message>
  <message>
   <source>Finds edges whose bright side is on the right: a Sobel kernel turned that way.</source>
   <translation>检测亮侧在右侧的边缘：转到该方向的 Sobel 卷积核。</translation>
  </message>
  <message>
   <source>Finds edges whose bright side is on the right; the largest of the eight tells the direction.</source>
   <translation>检测亮侧在右侧的边缘；八个之中最大的说明方向。</translation>
  </message>
  <message>
   <source>Frei-Chen 1</source>
   <translation>Frei-Chen 1</translation>
  </message>
  <message>
   <source>Frei-Chen 2</source>
   <translation>Frei-Chen 2</translation>
  </message>
  <message>
   <source>Frei-Chen 3</source>
   <translation>Frei-Chen 3</translation>
  </message>
  <message>
   <source>Frei-Chen 4</source>
   <translation>Frei-Chen 4</translation>
  </message>
  <message>
   <source>Frei-Chen 5</source>
   <translation>Frei-Chen 5</translation>
  </message>
  <message>
   <source>Frei-Chen 6</source>
   <translation>Frei-Chen 6</translation>
  </message>
  <message>
   <source>Frei-Chen 7</source>
   <translation>Frei-Chen 7</translation>
  </message>
  <message>
   <source>Frei-Chen 8</source>
   <translation>Frei-Chen 8</translation>
  </message>
  <message>
   <source>Frei-Chen 9</source>
   <translation>Frei-Chen 9</translation>
  </message>
  <message>
   <source>Gonzalez &amp; Woods, Digital Image Processing, 4th ed., §10.2</source>
   <translation>Gonzalez &amp; Woods, Digital Image Processing, 4th ed., §10.2</translation>
  </message>
  <message>
   <source>Gonzalez &amp; Woods, Digital Image Processing, 4th ed., §10.2, the negative of the Laplacian of a Gaussian</source>
   <translation>Gonzalez &amp; Woods, Digital Image Processing, 4th ed., §10.2，取高斯拉普拉斯的相反数</translation>
  </message>
  <message>
   <source>Gonzalez &amp; Woods, Digital Image Processing, 4th ed., §3.5</source>
   <translation>Gonzalez &amp; Woods, Digital Image Processing, 4th ed., §3.5</translation>
  </message>
  <message>
   <source>Gonzalez &amp; Woods, Digital Image Processing, 4th ed., §3.6</source>
   <translation>Gonzalez &amp; Woods, Digital Image Processing, 4th ed., §3.6</translation>
  </message>
  <message>
   <source>Kirsch NE</source>
   <translation>Kirsch 右上</translation>
  </message>
  <message>
   <source>Kirsch NW</source>
   <translation>Kirsch 左上</translation>
  </message>
  <message>
   <source>Kirsch SE</source>
   <translation>Kirsch 右下</translation>
  </message>
  <message>
   <source>Kirsch SW</source>
   <translation>Kirsch 左下</translation>
  </message>
  <message>
   <source>Lower right</source>
   <translation>右下</translation>
  </message>
  <message>
   <source>Mean 3×3</source>
   <translation>平均 3×3</translation>
  </message>
  <message>
   <source>Ones 2×2</source>
   <translation>全 1 核 2×2</translation>
  </message>
  <message>
   <source>Ones 4×4</source>
   <translation>全 1 核 4×4</translation>
  </message>
  <message>
   <source>Relief</source>
   <translation>浅浮雕</translation>
  </message>
  <message>
   <source>Robinson NE</source>
   <translation>Robinson 右上</translation>
  </message>
  <message>
   <source>Robinson NW</source>
   <translation>Robinson 左上</translation>
  </message>
  <message>
   <source>Robinson SE</source>
   <translation>Robinson 右下</translation>
  </message>
  <message>
   <source>Robinson SW</source>
   <translation>Robinson 左下</translation>
  </message>
  <message>
   <source>Upper left</source>
   <translation>左上</translation>
  </message>
 </context>
 <context>
  <name>convviz/app.py</name>
  <message>
   <source>luma</source>
   <translation>亮度</translation>
  </message>
 </context>
 <context>
  <name>convviz/cli/__init__.py</name>
  <message>
   <source>operations</source>
   <translation>运算次数</translation>
  </message>
  <message>
   <source>{path}: {reason}.</source>
   <translation>{path}：{reason}。</translation>
  </message>
  <message>
   <source>{reason}.</source>
   <translation>{reason}。</translation>
  </message>
 </context>
 <context>
  <name>convviz/cli/apply.py</name>
  <message>
   <source>A kernel text has one row of numbers on each line; 1/9 is a number, what follows a # is not read:

    1  0  -1
    2  0  -2
    1  0  -1

Numbers: stride, dilation and padding take one number for both directions or rows,columns;
padding also top,bottom,left,right. Padding same-tf is TensorFlow's SAME: ⌈cells / stride⌉ come out.

Output: a .png, .tif, .jpg, .webp or .bmp holds the result as it is shown (see --show). A .npy, and with
--values a .tif, holds the true float32 values: rows × columns, or channels × rows × columns.
</source>
   <translation>卷积核文本每行写一排数；1/9 也是数，# 之后的内容不读：

    1  0  -1
    2  0  -2
    1  0  -1

数：步幅、膨胀率和填充可写一个数（两个方向相同），或 行,列；
填充还可写 上,下,左,右。填充 same-tf 是 TensorFlow 的 SAME：得到 ⌈格数 / 步幅⌉ 格。

输出：.png、.tif、.jpg、.webp 或 .bmp 保存所见的结果（见 --show）。.npy，以及加
--values 的 .tif，保存真实的 float32 值：行 × 列，或 通道 × 行 × 列。
</translation>
  </message>
  <message>
   <source>Apply a kernel to a picture: slide it over, multiply, sum, and write what comes out.

examples:
  convviz apply photo.jpg -k sobel-x -o edges.png
      where the picture grows brighter to the right (red) and darker (blue)
  convviz apply photo.jpg -k gaussian:sigma=3 --channel all -o soft.png
      the same picture, smoothed in red, green and blue
  convviz apply photo.jpg -k laplacian-4 --show absolute -o edges.png
      edges of every direction, white on black
  convviz apply photo.jpg -k mine.txt --stride 2 --padding 1 --padding-mode reflect -o half.png
      a kernel from a text file, at every other pixel
  convviz apply sample:camera -k sobel-x --padding valid -o values.npy
      the true numbers of a sample picture, for NumPy
</source>
   <translation>把卷积核用于一幅图像：滑动、相乘、求和，写出结果。

示例：
  convviz apply photo.jpg -k sobel-x -o edges.png
      图像向右变亮（红）和变暗（蓝）的地方
  convviz apply photo.jpg -k gaussian:sigma=3 --channel all -o soft.png
      同一幅图像，红、绿、蓝都作平滑
  convviz apply photo.jpg -k laplacian-4 --show absolute -o edges.png
      各个方向的边缘，黑底白线
  convviz apply photo.jpg -k mine.txt --stride 2 --padding 1 --padding-mode reflect -o half.png
      文本文件中的卷积核，每隔一个像素计算
  convviz apply sample:camera -k sobel-x --padding valid -o values.npy
      示例图像的真实值，供 NumPy 使用
</translation>
  </message>
  <message>
   <source>a kernel's name, or a kernel text</source>
   <translation>卷积核的名称，或卷积核文本</translation>
  </message>
  <message>
   <source>a picture file, or sample:camera, sample:coffee, sample:disc …</source>
   <translation>图像文件，或 sample:camera、sample:coffee、sample:disc…</translation>
  </message>
  <message>
   <source>added to every sum (0)</source>
   <translation>加到每个和上的数（0）</translation>
  </message>
  <message>
   <source>applied to every sum (none)</source>
   <translation>用于每个和的激活函数（none）</translation>
  </message>
  <message>
   <source>cells around, same, same-tf or valid (same)</source>
   <translation>四周的格数，或 same、same-tf、valid（same）</translation>
  </message>
  <message>
   <source>constant</source>
   <translation>常数</translation>
  </message>
  <message>
   <source>distance between taps (1)</source>
   <translation>抽头之间的距离（1）</translation>
  </message>
  <message>
   <source>how values become a picture (signed; clamp if none is negative)</source>
   <translation>值如何变成图像（signed；没有负值时为 clamp）</translation>
  </message>
  <message>
   <source>leaky_relu's, below 0 (0.01)</source>
   <translation>leaky_relu 在 0 以下的斜率（0.01）</translation>
  </message>
  <message>
   <source>none</source>
   <translation>无</translation>
  </message>
  <message>
   <source>rotate the kernel by 180° first</source>
   <translation>先把卷积核旋转 180°</translation>
  </message>
  <message>
   <source>same</source>
   <translation>相同</translation>
  </message>
  <message>
   <source>step from window to window (1)</source>
   <translation>窗口之间的步幅（1）</translation>
  </message>
  <message>
   <source>the file to write: .png, .tif, .npy …</source>
   <translation>要写入的文件：.png、.tif、.npy…</translation>
  </message>
  <message>
   <source>the number of padding mode constant</source>
   <translation>填充方式 constant 的数</translation>
  </message>
  <message>
   <source>what of a colour picture is read (luma)</source>
   <translation>彩色图像读取什么通道（luma）</translation>
  </message>
  <message>
   <source>what stands there (zeros)</source>
   <translation>填充处是什么（zeros）</translation>
  </message>
  <message>
   <source>write true values into a .tif, too</source>
   <translation>.tif 也写入真实值</translation>
  </message>
  <message>
   <source>zeros</source>
   <translation>零</translation>
  </message>
 </context>
 <context>
  <name>convviz/cli/choices.py</name>
  <message>
   <source>layer</source>
   <translation>层</translation>
  </message>
 </context>
 <context>
  <name>convviz/cli/filming.py</name>
  <message>
   <source>A film</source>
   <translation>影片</translation>
  </message>
  <message>
   <source>A picture</source>
   <translation>图片</translation>
  </message>
  <message>
   <source>a canvas of small numbers in place of the scene's picture</source>
   <translation>用一块小数字画布代替场景的图像</translation>
  </message>
  <message>
   <source>a line above the stage</source>
   <translation>演示区上方的一行字</translation>
  </message>
  <message>
   <source>another choice: stride=2, flip=true …</source>
   <translation>另一项选择：stride=2、flip=true…</translation>
  </message>
  <message>
   <source>another kernel, by its name or from a kernel text</source>
   <translation>换一个卷积核，用名称或卷积核文本</translation>
  </message>
  <message>
   <source>do not say how far it has come</source>
   <translation>不报告进度</translation>
  </message>
  <message>
   <source>first step, counted from 0 (0)</source>
   <translation>第一步，从 0 数起（0）</translation>
  </message>
  <message>
   <source>for a picture: where it is taken, 4.5 in the middle of step 4</source>
   <translation>用于图片：取哪个时刻，4.5 为第 4 步的中间</translation>
  </message>
  <message>
   <source>frames per second (30; GIF 8, APNG and WebP 20)</source>
   <translation>每秒帧数（30；GIF 8，APNG 和 WebP 20）</translation>
  </message>
  <message>
   <source>input</source>
   <translation>输入</translation>
  </message>
  <message>
   <source>kernel</source>
   <translation>卷积核</translation>
  </message>
  <message>
   <source>last step, counted from 0 (the last)</source>
   <translation>最后一步，从 0 数起（默认到末尾）</translation>
  </message>
  <message>
   <source>light, dark, … (light)</source>
   <translation>light、dark…（light）</translation>
  </message>
  <message>
   <source>must be like 1920x1080, not {text!r}</source>
   <translation>必须像 1920x1080 这样，不能是 {text!r}</translation>
  </message>
  <message>
   <source>reduced motion: the window jumps from place to place</source>
   <translation>减少动画：窗口从一处直接跳到另一处</translation>
  </message>
  <message>
   <source>size</source>
   <translation>大小</translation>
  </message>
  <message>
   <source>speed</source>
   <translation>速度</translation>
  </message>
  <message>
   <source>steps per second (the scene's own)</source>
   <translation>每秒步数（默认用场景自己的）</translation>
  </message>
  <message>
   <source>theme</source>
   <translation>主题</translation>
  </message>
  <message>
   <source>title</source>
   <translation>标题</translation>
  </message>
  <message>
   <source>width and height in pixels (1920x1080; 960x540 for GIF, APNG and WebP)</source>
   <translation>宽和高，以像素计（1920x1080；GIF、APNG 和 WebP 为 960x540）</translation>
  </message>
  <message>
   <source>{part}, {seconds} s left</source>
   <translation>{part}，约剩 {seconds} 秒</translation>
  </message>
 </context>
 <context>
  <name>convviz/cli/help.py</name>
  <message>
   <source>argument {argument}: {reason}</source>
   <translation>参数 {argument}：{reason}</translation>
  </message>
  <message>
   <source>expected at least one argument</source>
   <translation>至少需要一个参数</translation>
  </message>
  <message>
   <source>expected one argument</source>
   <translation>需要一个参数</translation>
  </message>
  <message>
   <source>ignored explicit argument {text}</source>
   <translation>不接受参数 {text}</translation>
  </message>
  <message>
   <source>invalid choice: {text} (choose from {choices})</source>
   <translation>无效的选择：{text}（可选 {choices}）</translation>
  </message>
  <message>
   <source>not allowed with argument {other}</source>
   <translation>不能与参数 {other} 一起使用</translation>
  </message>
  <message>
   <source>options</source>
   <translation>选项</translation>
  </message>
  <message>
   <source>positional arguments</source>
   <translation>位置参数</translation>
  </message>
  <message>
   <source>show program's version number and exit</source>
   <translation>显示程序的版本号并退出</translation>
  </message>
  <message>
   <source>show this help message and exit</source>
   <translation>显示这份帮助并退出</translation>
  </message>
  <message>
   <source>the following arguments are required: {names}</source>
   <translation>缺少必需的参数：{names}</translation>
  </message>
  <message>
   <source>usage: </source>
   <translation>用法：</translation>
  </message>
 </context>
 <context>
  <name>convviz/cli/kernels.py</name>
  <message>
   <source>List the kernels by family. Any of these names can follow “convviz apply … -k”; where a kernel has
parameters, they are given after a colon: gaussian:sigma=2.5
</source>
   <translation>按类别列出卷积核。这些名称都可以写在“convviz apply … -k”之后；
卷积核有参数时，写在冒号之后：gaussian:sigma=2.5
</translation>
  </message>
  <message>
   <source>as JSON, with sources and weights</source>
   <translation>以 JSON 输出，含出处和权重</translation>
  </message>
  <message>
   <source>maximum</source>
   <translation>最大值</translation>
  </message>
  <message>
   <source>parameters</source>
   <translation>参数</translation>
  </message>
  <message>
   <source>rows</source>
   <translation>行</translation>
  </message>
  <message>
   <source>{name}={usual}, from {least} to {most}</source>
   <translation>{name}={usual}，从 {least} 到 {most}</translation>
  </message>
 </context>
 <context>
  <name>convviz/cli/lesson.py</name>
  <message>
   <source>The lessons that come with the program, and those of your own.

  convviz lesson list                       number, id and title of the built-in lessons
  convviz lesson show 3                     the pages of a lesson: texts, questions and their answers
  convviz lesson check mine.lesson          whether every page can be shown and every question answered
  convviz lesson export 3 -o stride.pdf     a handout, with the answers at its end
  convviz lesson export 3 -o stride.mp4     a film of its pages; --page 2 for one of them, and the options
                                            of “convviz render”: --size, --fps, --speed, --from, --to …
  convviz lesson worksheet 3 --page 2 -o sheet.pdf
      a page of it with blanks to fill in, and the answer key

A lesson is named by its number, its id, or its file. Steps are counted from 0 here, as in its file; the
window counts them from 1.
</source>
   <translation>程序自带的课程，以及你自己的课程。

  convviz lesson list                       自带课程的编号、标识和标题
  convviz lesson show 3                     一个课程的各页：文字、问题及其答案
  convviz lesson check mine.lesson          每一页能否显示，每个问题能否回答
  convviz lesson export 3 -o stride.pdf     讲义，答案在最后
  convviz lesson export 3 -o stride.mp4     各页的影片；--page 2 只取一页，选项与
                                            “convviz render”相同：--size、--fps、--speed、--from、--to …
  convviz lesson worksheet 3 --page 2 -o sheet.pdf
      其中一页，留空供填写，并附参考答案

课程可用编号、标识或文件名指定。步数在这里从 0 数起，与课程文件相同；窗口中则从 1 数起。
</translation>
  </message>
  <message>
   <source>its number, its id, or its file</source>
   <translation>它的编号、标识或文件</translation>
  </message>
  <message>
   <source>one page, counted from 1</source>
   <translation>一页，从 1 数起</translation>
  </message>
  <message>
   <source>output</source>
   <translation>输出</translation>
  </message>
  <message>
   <source>page {number}: {what}</source>
   <translation>第 {number} 页：{what}</translation>
  </message>
  <message>
   <source>pages</source>
   <translation>页数</translation>
  </message>
  <message>
   <source>the file to write: .pdf, .mp4, .gif …</source>
   <translation>要写入的文件：.pdf、.mp4、.gif…</translation>
  </message>
  <message>
   <source>what to do</source>
   <translation>做什么</translation>
  </message>
  <message>
   <source>{name}: {pages} pages and {questions} questions, all sound</source>
   <translation>{name}：{pages} 页，{questions} 个问题，全部正确</translation>
  </message>
  <message>
   <source>“convviz lesson {act}”</source>
   <translation>“convviz lesson {act}”</translation>
  </message>
 </context>
 <context>
  <name>convviz/cli/lesson_film.py</name>
  <message>
   <source>A handout</source>
   <translation>讲义</translation>
  </message>
  <message>
   <source>{name}: {pages} pages</source>
   <translation>{name}：{pages} 页</translation>
  </message>
 </context>
 <context>
  <name>convviz/cli/operations.py</name>
  <message>
   <source>List the operations by the name that “convviz run” knows them by, with their options.
</source>
   <translation>列出“convviz run”所用的运算名称及其选项。
</translation>
  </message>
  <message>
   <source>as JSON, with what each option means</source>
   <translation>以 JSON 输出，含每个选项的含义</translation>
  </message>
 </context>
 <context>
  <name>convviz/cli/options.py</name>
  <message>
   <source>A function that every sum passes through at last.</source>
   <translation>每个和最后都要经过的函数。</translation>
  </message>
  <message>
   <source>Added to every sum: one number, or one for each filter.</source>
   <translation>加到每个和上：一个数，或每个滤波器一个数。</translation>
  </message>
  <message>
   <source>Cells from one tap to the next.</source>
   <translation>相邻抽头相隔的格数。</translation>
  </message>
  <message>
   <source>Cells that the window moves by.</source>
   <translation>窗口每次移动的格数。</translation>
  </message>
  <message>
   <source>Rotate the kernel by 180° first: convolution proper instead of cross-correlation.</source>
   <translation>先把卷积核旋转 180°：真正的卷积，而不是互相关。</translation>
  </message>
  <message>
   <source>The layer's {name}.</source>
   <translation>这一层的 {name}。</translation>
  </message>
  <message>
   <source>The number in the padding, where its mode is constant.</source>
   <translation>填充方式为 constant 时填充中的数。</translation>
  </message>
  <message>
   <source>The slope of leaky_relu below 0.</source>
   <translation>leaky_relu 在 0 以下的斜率。</translation>
  </message>
  <message>
   <source>What becomes of several channels: each filtered by itself, or summed as a layer does.</source>
   <translation>多个通道如何处理：各自滤波，或像一层那样相加。</translation>
  </message>
  <message>
   <source>What stands where the padding is.</source>
   <translation>填充处是什么。</translation>
  </message>
  <message>
   <source>activation</source>
   <translation>激活函数</translation>
  </message>
  <message>
   <source>bias</source>
   <translation>偏置</translation>
  </message>
  <message>
   <source>dilation</source>
   <translation>膨胀率</translation>
  </message>
  <message>
   <source>filters</source>
   <translation>滤波器</translation>
  </message>
  <message>
   <source>must be one of {choices}, not {text!r}</source>
   <translation>必须是 {choices} 之一，不能是 {text!r}</translation>
  </message>
  <message>
   <source>no</source>
   <translation>否</translation>
  </message>
  <message>
   <source>padding</source>
   <translation>填充</translation>
  </message>
  <message>
   <source>same, same-tf (TensorFlow's), valid, or cells around: one number; rows,columns; top,bottom,left,right.</source>
   <translation>same、same-tf（TensorFlow 的方式）、valid，或四周填充的格数：一个数；行,列；上,下,左,右。</translation>
  </message>
  <message>
   <source>stride</source>
   <translation>步幅</translation>
  </message>
  <message>
   <source>yes</source>
   <translation>是</translation>
  </message>
  <message>
   <source>{before}; {one}</source>
   <translation>{before}；{one}</translation>
  </message>
  <message>
   <source>{help} ({default})</source>
   <translation>{help}（{default}）</translation>
  </message>
  <message>
   <source>{label}. {tip}</source>
   <translation>{label}：{tip}</translation>
  </message>
  <message>
   <source>{text} {meanings}.</source>
   <translation>{text}{meanings}。</translation>
  </message>
  <message>
   <source>{word}: {meaning}</source>
   <translation>{word}：{meaning}</translation>
  </message>
 </context>
 <context>
  <name>convviz/cli/render.py</name>
  <message>
   <source>Render a scene or a lesson as a film or a picture, without a window: exactly what its stage shows, step by
step.

examples:
  convviz render no-padding -o no-padding.gif
      one of the examples of the File menu, as a GIF that goes round for ever
  convviz render lesson.convviz -o lesson.mp4 --size 1920x1080 --fps 30 --from 0 --to 48 --theme dark
      steps 0 to 48 of a scene file as a film for a projector
  convviz render full-padding -o step-12.svg --from 12
      step 12, finished, as a drawing for a handout
  convviz render strided -o frames
      a folder of numbered PNG pictures
  convviz render 3 -o stride.mp4 --lang zh_CN
      a lesson, by its number, its id or its file; --page 2 for one of its pages

  for s in 1 2 3; do
      convviz render no-padding --input 7x7 --set stride=$s --set padding=1 -o stride-$s.gif
  done
      the arithmetic of convolution for parameters of one's own
</source>
   <translation>不开窗口，把场景或课程渲染成影片或图片：与演示区所显示的完全一样，一步一步。

示例：
  convviz render no-padding -o no-padding.gif
      “文件”菜单中的一个示例，做成循环播放的 GIF
  convviz render lesson.convviz -o lesson.mp4 --size 1920x1080 --fps 30 --from 0 --to 48 --theme dark
      场景文件的第 0 到 48 步，做成投影用的影片
  convviz render full-padding -o step-12.svg --from 12
      第 12 步完成时的样子，做成讲义用的矢量图
  convviz render strided -o frames
      一个文件夹，内有编号的 PNG 图片
  convviz render 3 -o stride.mp4 --lang zh_CN
      一个课程，按编号、标识或文件指定；--page 2 只取其中一页

  for s in 1 2 3; do
      convviz render no-padding --input 7x7 --set stride=$s --set padding=1 -o stride-$s.gif
  done
      用自己的参数演示卷积运算
</translation>
  </message>
  <message>
   <source>The name's ending chooses the format: .mp4 (needs the extra “video”), .gif, .apng or .webp for a film, .png,
.svg or .pdf for a picture. A name without an ending is a new folder of PNG pictures.

A lesson goes by its number, its id or its file; an example that has the same name comes first. All of it is
a film, or on .pdf a handout; --page takes one page. --from and --to count the steps of each page.
Steps are counted from 0 here, as in scene and lesson files; the window counts them from 1.
</source>
   <translation>名称的扩展名决定格式：影片用 .mp4（需要附加组件“video”）、.gif、.apng 或 .webp，图片用 .png、
.svg 或 .pdf。没有扩展名的名称是一个新的 PNG 图片文件夹。

课程按编号、标识或文件指定；若有同名示例，以示例为先。整个课程做成影片，.pdf 则为讲义；
--page 只取一页。--from 和 --to 按每一页的步数计算。
步数在这里从 0 数起，与场景文件和课程文件相同；窗口中则从 1 数起。
</translation>
  </message>
  <message>
   <source>a scene file, the name of an example such as no-padding, or a lesson</source>
   <translation>场景文件、示例的名称（如 no-padding）或课程</translation>
  </message>
  <message>
   <source>one page of a lesson, counted from 1</source>
   <translation>课程中的一页，从 1 数起</translation>
  </message>
  <message>
   <source>the file to write, or a folder's name</source>
   <translation>要写入的文件，或文件夹的名称</translation>
  </message>
 </context>
 <context>
  <name>convviz/cli/run.py</name>
  <message>
   <source>--code stands alone, without {others}</source>
   <translation>--code 单独使用，不与 {others} 一起</translation>
  </message>
  <message>
   <source>Output: a .png, .tif, .jpg, .webp or .bmp holds the result as it is shown (see --show). A .npy, and with
--values a .tif, holds the true float32 values: rows × columns, or channels × rows × columns.
</source>
   <translation>输出：.png、.tif、.jpg、.webp 或 .bmp 保存所见的结果（见 --show）。.npy，以及加
--values 的 .tif，保存真实的 float32 值：行 × 列，或 通道 × 行 × 列。
</translation>
  </message>
  <message>
   <source>Run an operation on a picture: write what comes out, show one step in numbers, or print it as a program.

operations:
{operations}

examples:
  convviz run pool2d photo.jpg --kind max --kernel-size 2 -o half.png
      the largest value of every block of 2 × 2 pixels
  convviz run resize2d photo.jpg --mode bicubic --scale 3 --channel all -o large.png
      three times as large, in red, green and blue
  convviz run chain photo.jpg -k sobel-x -k sobel-y --mix sum --pool-size 4 -o maps.npy
      a layer with two filters: convolved, activated, pooled
  convviz run conv_transpose2d photo.jpg -k gaussian --stride 2 --step 10,12
      how one output cell comes to be: values, weights, products, sum
  convviz run conv2d sample:camera -k sharpen --stride 2 --code pytorch
      the same in PyTorch; also numpy, opencv
  convviz run conv1d photo.jpg --weights "1 2 1" --size
      how the output's size is worked out
  convviz run lesson.convviz -o lesson.png
      what a scene file says

“convviz run pool2d --help” lists the options of pool2d, and so for each.
</source>
   <translation>对图像执行一种运算：写出结果，用数字显示一步，或打印成程序。

运算：
{operations}

示例：
  convviz run pool2d photo.jpg --kind max --kernel-size 2 -o half.png
      每个 2 × 2 像素块的最大值
  convviz run resize2d photo.jpg --mode bicubic --scale 3 --channel all -o large.png
      放大到三倍，红、绿、蓝都算
  convviz run chain photo.jpg -k sobel-x -k sobel-y --mix sum --pool-size 4 -o maps.npy
      有两个滤波器的一层：卷积、激活、池化
  convviz run conv_transpose2d photo.jpg -k gaussian --stride 2 --step 10,12
      一个输出格是怎样得到的：值、权重、乘积、和
  convviz run conv2d sample:camera -k sharpen --stride 2 --code pytorch
      同样的计算用 PyTorch 写；也可用 numpy、opencv
  convviz run conv1d photo.jpg --weights "1 2 1" --size
      输出的大小是怎样算出来的
  convviz run lesson.convviz -o lesson.png
      场景文件所说的计算

“convviz run pool2d --help”列出 pool2d 的选项，其余类推。
</translation>
  </message>
  <message>
   <source>Run what a scene file says: write what comes out, show one step, or print it as a program.
</source>
   <translation>执行场景文件所说的计算：写出结果，显示一步，或打印成程序。
</translation>
  </message>
  <message>
   <source>a kernel's name, or a kernel text (see “convviz apply --help”); again for another filter</source>
   <translation>卷积核的名称或卷积核文本（见“convviz apply --help”）；再写一次则为另一个滤波器</translation>
  </message>
  <message>
   <source>a picture file, or sample:camera, sample:coffee …</source>
   <translation>图像文件，或 sample:camera、sample:coffee…</translation>
  </message>
  <message>
   <source>a scene file: lesson.convviz</source>
   <translation>场景文件：lesson.convviz</translation>
  </message>
  <message>
   <source>an operation above, or a scene file</source>
   <translation>上面的一种运算，或场景文件</translation>
  </message>
  <message>
   <source>another picture than the scene's</source>
   <translation>换一幅图像，代替场景的图像</translation>
  </message>
  <message>
   <source>how values become a picture ({show})</source>
   <translation>值如何变成图像（{show}）</translation>
  </message>
  <message>
   <source>nothing is asked for: give -o FILE, --step, --size or --code</source>
   <translation>没有要求做什么：请给出 -o 文件、--step、--size 或 --code</translation>
  </message>
  <message>
   <source>one output channel alone, from 0 (all as values; as a picture all of a colour, else channel 0)</source>
   <translation>只取一个输出通道，从 0 数起（作为值时取全部；作为图像时彩色取全部，否则取通道 0）</translation>
  </message>
  <message>
   <source>print it as a program</source>
   <translation>打印成程序</translation>
  </message>
  <message>
   <source>show how one output cell comes to be, in numbers</source>
   <translation>用数字显示一个输出格是怎样得到的</translation>
  </message>
  <message>
   <source>show how the output's size is worked out</source>
   <translation>显示输出的大小是怎样算出来的</translation>
  </message>
  <message>
   <source>signed</source>
   <translation>有符号</translation>
  </message>
  <message>
   <source>signed; clamp if none is negative</source>
   <translation>signed；没有负值时为 clamp</translation>
  </message>
  <message>
   <source>the input</source>
   <translation>输入</translation>
  </message>
  <message>
   <source>the operation</source>
   <translation>运算</translation>
  </message>
  <message>
   <source>the operation comes before its options, not {first}</source>
   <translation>运算要写在它的选项之前，不能先写 {first}</translation>
  </message>
  <message>
   <source>the part of the picture that is read (all)</source>
   <translation>读取图像的哪一部分（默认全部）</translation>
  </message>
  <message>
   <source>the scene's</source>
   <translation>场景自己的</translation>
  </message>
  <message>
   <source>what is asked for</source>
   <translation>要求做什么</translation>
  </message>
  <message>
   <source>write the result to a file: .png, .tif, .npy …</source>
   <translation>把结果写入文件：.png、.tif、.npy…</translation>
  </message>
  <message>
   <source>{line}, channel {n} of {all}</source>
   <translation>{line}，通道 {n}（共 {all} 个）</translation>
  </message>
  <message>
   <source>{title}: write what comes out, show one step in numbers, or print it as a program.
</source>
   <translation>{title}：写出结果，用数字显示一步，或打印成程序。
</translation>
  </message>
 </context>
 <context>
  <name>convviz/cli/sizes.py</name>
  <message>
   <source>What the sizes calculator holds in {path}.
</source>
   <translation>{path} 里的尺寸计算器内容。
</translation>
  </message>
  <message>
   <source>Work out what a layer makes of an input of some size: the output's size, parameters, multiply-adds, memory and
receptive field; and which padding, stride … would make another output. Or all of it for a published network.

layers:
{kinds}

networks:
{networks}

examples:
  convviz sizes conv 224 --channels 3 --kernel 7 --stride 2 --padding 3 --filters 64
      the first layer of ResNet, with all numbers put into the formula
  convviz sizes conv 224 --kernel 5 --wanted same
      which padding keeps the size? which strides fit?
  convviz sizes transposed 7,5 --stride 2 --wanted 14,10
      rows and columns that differ
  convviz sizes max_pool 10 --axes 1 --kernel 3 --stride 2 --ceil
      along one axis, rounded up
  convviz sizes vgg-16
      layer by layer

“convviz sizes conv --help” lists the options of a convolution, and so for each.
</source>
   <translation>计算一层把某种大小的输入变成什么：输出的大小、参数、乘加次数、内存和
感受野；以及怎样的填充、步幅等会得到另一种输出。也可以计算整个已发表的网络。

层：
{kinds}

网络：
{networks}

示例：
  convviz sizes conv 224 --channels 3 --kernel 7 --stride 2 --padding 3 --filters 64
      ResNet 的第一层，所有的数都代入公式
  convviz sizes conv 224 --kernel 5 --wanted same
      怎样的填充能保持大小？哪些步幅合适？
  convviz sizes transposed 7,5 --stride 2 --wanted 14,10
      行数与列数不同
  convviz sizes max_pool 10 --axes 1 --kernel 3 --stride 2 --ceil
      只有一个轴，向上取整
  convviz sizes vgg-16
      一层一层地算

“convviz sizes conv --help”列出卷积的选项，其余类推。
</translation>
  </message>
  <message>
   <source>a layer or a network above, or a scene file for what its calculator holds</source>
   <translation>上面的一种层或一个网络，或一个场景文件（取其中尺寸计算器的内容）</translation>
  </message>
  <message>
   <source>area</source>
   <translation>面积</translation>
  </message>
  <message>
   <source>as float32</source>
   <translation>float32 内存</translation>
  </message>
  <message>
   <source>cells added at the end</source>
   <translation>末尾增加的格数</translation>
  </message>
  <message>
   <source>cells it moves by</source>
   <translation>每次移动的格数</translation>
  </message>
  <message>
   <source>cells on each side; 1+2: before, after; or same-tf</source>
   <translation>每一侧的格数；1+2：前、后；或 same-tf</translation>
  </message>
  <message>
   <source>cubic</source>
   <translation>三次</translation>
  </message>
  <message>
   <source>double</source>
   <translation>两倍</translation>
  </message>
  <message>
   <source>factor</source>
   <translation>倍数</translation>
  </message>
  <message>
   <source>for an output of {size}: {condition}</source>
   <translation>要得到 {size} 的输出：{condition}</translation>
  </message>
  <message>
   <source>from tap to tap</source>
   <translation>抽头之间的距离</translation>
  </message>
  <message>
   <source>groups</source>
   <translation>分组</translation>
  </message>
  <message>
   <source>half</source>
   <translation>一半</translation>
  </message>
  <message>
   <source>how it interpolates</source>
   <translation>怎样插值</translation>
  </message>
  <message>
   <source>input channels (3)</source>
   <translation>输入通道（3）</translation>
  </message>
  <message>
   <source>input {input}, output {output}, weights {weights}</source>
   <translation>输入 {input}，输出 {output}，权重 {weights}</translation>
  </message>
  <message>
   <source>input {size}</source>
   <translation>输入 {size}</translation>
  </message>
  <message>
   <source>let a last window hang over the end</source>
   <translation>允许最后一个窗口伸出末尾</translation>
  </message>
  <message>
   <source>linear</source>
   <translation>线性</translation>
  </message>
  <message>
   <source>mode</source>
   <translation>模式</translation>
  </message>
  <message>
   <source>multiply-adds</source>
   <translation>乘加次数</translation>
  </message>
  <message>
   <source>must be at least {least}, not {text}</source>
   <translation>必须至少为 {least}，不能是 {text}</translation>
  </message>
  <message>
   <source>must be at most {most}, not {text}</source>
   <translation>必须至多为 {most}，不能是 {text}</translation>
  </message>
  <message>
   <source>must be numbers such as 2, 1.5 or 7/3, not {text!r}</source>
   <translation>必须是 2、1.5 或 7/3 这样的数，不能是 {text!r}</translation>
  </message>
  <message>
   <source>must be one to three whole numbers, not {text!r}</source>
   <translation>必须是一到三个整数，不能是 {text!r}</translation>
  </message>
  <message>
   <source>nearest</source>
   <translation>最近邻</translation>
  </message>
  <message>
   <source>of a single SIZE (2)</source>
   <translation>只写一个 SIZE 时的轴数（2）</translation>
  </message>
  <message>
   <source>output cells per input cell</source>
   <translation>每个输入格对应的输出格数</translation>
  </message>
  <message>
   <source>output channels</source>
   <translation>输出通道</translation>
  </message>
  <message>
   <source>output {size}</source>
   <translation>输出 {size}</translation>
  </message>
  <message>
   <source>parts that channels are split into</source>
   <translation>通道分成几部分（分组）</translation>
  </message>
  <message>
   <source>receptive field</source>
   <translation>感受野</translation>
  </message>
  <message>
   <source>same, half, double or an output's size: which padding, stride … would make it?</source>
   <translation>same、half、double 或输出的大小：怎样的填充、步幅等能得到它？</translation>
  </message>
  <message>
   <source>sees</source>
   <translation>感受野</translation>
  </message>
  <message>
   <source>taps of the window</source>
   <translation>窗口的抽头数</translation>
  </message>
  <message>
   <source>the input: 224 is 224 × 224; 7,5 is 7 × 5; 16,112,112</source>
   <translation>输入：224 即 224 × 224；7,5 即 7 × 5；16,112,112</translation>
  </message>
  <message>
   <source>the layer comes before its options, not {first}</source>
   <translation>层要写在它的选项之前，不能先写 {first}</translation>
  </message>
  <message>
   <source>total</source>
   <translation>合计</translation>
  </message>
  <message>
   <source>weights</source>
   <translation>权重</translation>
  </message>
  <message>
   <source>weights {weights}, biases {biases}</source>
   <translation>权重 {weights}，偏置 {biases}</translation>
  </message>
  <message>
   <source>whether each filter has one</source>
   <translation>每个滤波器是否有偏置</translation>
  </message>
  <message>
   <source>{kind}: what it makes of an input, and what it costs.
</source>
   <translation>{kind}：它把输入变成什么，开销多大。
</translation>
  </message>
  <message>
   <source>{n} sizes do not go with --axes {axes}</source>
   <translation>{n} 个大小与 --axes {axes} 不符</translation>
  </message>
  <message>
   <source>{n}: {learned}</source>
   <translation>{n}：{learned}</translation>
  </message>
  <message>
   <source>{sees}, jump {jumps}, start {starts}</source>
   <translation>{sees}，间隔 {jumps}，起点 {starts}</translation>
  </message>
  <message>
   <source>{title} ({source}).
</source>
   <translation>{title}（{source}）。
</translation>
  </message>
 </context>
 <context>
  <name>convviz/cli/telling.py</name>
  <message>
   <source>= products</source>
   <translation>= 乘积</translation>
  </message>
  <message>
   <source>channel {n}, rows {rows}; columns {cols}</source>
   <translation>通道 {n}，行 {rows}；列 {cols}</translation>
  </message>
  <message>
   <source>row {row}, column {col}, channel {channel}</source>
   <translation>第 {row} 行第 {col} 列，通道 {channel}</translation>
  </message>
  <message>
   <source>sum {sum} + bias {bias} = {z}</source>
   <translation>和 {sum} + 偏置 {bias} = {z}</translation>
  </message>
  <message>
   <source>sum {z}</source>
   <translation>和 {z}</translation>
  </message>
  <message>
   <source>values</source>
   <translation>值</translation>
  </message>
  <message>
   <source>{first} to {last}</source>
   <translation>{first} 到 {last}</translation>
  </message>
  <message>
   <source>{line}, which becomes {y}</source>
   <translation>{line}，变成 {y}</translation>
  </message>
  <message>
   <source>{span} by {by}</source>
   <translation>{span}，间隔 {by}</translation>
  </message>
  <message>
   <source>{span}, reading {cells}</source>
   <translation>{span}，读取 {cells}</translation>
  </message>
 </context>
 <context>
  <name>convviz/cli/window.py</name>
  <message>
   <source>Watch a convolution happen: a photo, a kernel, and every window, number by number.

  convviz                      open the window
  convviz photo.jpg            open the window on a picture
  convviz lesson.convviz       open the window on a scene
  convviz apply …              apply a kernel to a picture and write a file, without a window
  convviz run pool2d …         run any operation on a picture: pooling, upsampling, a whole layer …
  convviz render …             render a scene as a film or a picture: MP4, GIF, SVG, PDF …
  convviz lesson …             list, read and export lessons: films, handouts, worksheets
  convviz operations           list the operations and their options
  convviz kernels              list the kernels that have a name
  convviz sizes …              work out sizes, parameters and costs of a layer, forwards and backwards

“convviz apply --help” and the like say more.
A picture called apply, run, render, lesson, operations, kernels or sizes is opened as ./apply and so on.
</source>
   <translation>看清卷积如何进行：一张照片、一个卷积核、每个窗口，一个数一个数地看。

  convviz                      打开窗口
  convviz photo.jpg            打开窗口并显示一幅图像
  convviz lesson.convviz       打开窗口并显示一个场景
  convviz apply …              不开窗口，把卷积核用于图像并写入文件
  convviz run pool2d …         对图像执行任意运算：池化、上采样、完整的一层…
  convviz render …             把场景渲染成影片或图片：MP4、GIF、SVG、PDF…
  convviz lesson …             列出、阅读和导出课程：影片、讲义、练习题
  convviz operations           列出运算及其选项
  convviz kernels              列出有名称的卷积核
  convviz sizes …              计算一层的大小、参数和开销，正算与反算

“convviz apply --help”等会说明更多。
名为 apply、run、render、lesson、operations、kernels 或 sizes 的图像用 ./apply 等打开。
</translation>
  </message>
  <message>
   <source>a picture or a scene to begin with</source>
   <translation>开始时显示的图像或场景</translation>
  </message>
 </context>
 <context>
  <name>convviz/cli/words.py</name>
  <message>
   <source>a whole number</source>
   <translation>一个整数</translation>
  </message>
  <message>
   <source>a whole number or rows,columns</source>
   <translation>一个整数或 行,列</translation>
  </message>
  <message>
   <source>a whole number or {n} with commas between them</source>
   <translation>一个整数，或用逗号分开的 {n} 个整数</translation>
  </message>
  <message>
   <source>absolute</source>
   <translation>绝对值</translation>
  </message>
  <message>
   <source>clamp</source>
   <translation>截断</translation>
  </message>
  <message>
   <source>must be a finite number, not {text}</source>
   <translation>必须是有限数，不能是 {text}</translation>
  </message>
  <message>
   <source>must be a name, not {text!r}</source>
   <translation>必须是名称，不能是 {text!r}</translation>
  </message>
  <message>
   <source>must be a number or rows,columns, not {text!r}</source>
   <translation>必须是一个数或 行,列，不能是 {text!r}</translation>
  </message>
  <message>
   <source>must be a number, not {text!r}</source>
   <translation>必须是数，不能是 {text!r}</translation>
  </message>
  <message>
   <source>must be from {least} to {most}, not {value}</source>
   <translation>必须在 {least} 到 {most} 之间，不能是 {value}</translation>
  </message>
  <message>
   <source>must be {form}, not {text!r}</source>
   <translation>必须是{form}，不能是 {text!r}</translation>
  </message>
  <message>
   <source>offset</source>
   <translation>偏移</translation>
  </message>
  <message>
   <source>row,column</source>
   <translation>行,列</translation>
  </message>
  <message>
   <source>same, same-tf, valid, a whole number, rows,columns or top,bottom,left,right</source>
   <translation>same、same-tf、valid、一个整数、行,列 或 上,下,左,右</translation>
  </message>
  <message>
   <source>same-tf</source>
   <translation>same-tf</translation>
  </message>
  <message>
   <source>stretch</source>
   <translation>拉伸</translation>
  </message>
  <message>
   <source>the language: en or zh_CN (the system's)</source>
   <translation>语言：en 或 zh_CN（默认为系统的语言）</translation>
  </message>
  <message>
   <source>top,left,height,width</source>
   <translation>上,左,高,宽</translation>
  </message>
  <message>
   <source>unrecognized arguments: {words}</source>
   <translation>无法识别的参数：{words}</translation>
  </message>
  <message>
   <source>valid</source>
   <translation>有效</translation>
  </message>
  <message>
   <source>whole numbers with commas between them</source>
   <translation>用逗号分开的整数</translation>
  </message>
  <message>
   <source>{said} (try “{prog} --help”)</source>
   <translation>{said}（请试“{prog} --help”）</translation>
  </message>
 </context>
 <context>
  <name>convviz/cli/writing.py</name>
  <message>
   <source>{name}: {size} float32 values from {least} to {most}</source>
   <translation>{name}：{size} 个 float32 值，从 {least} 到 {most}</translation>
  </message>
  <message>
   <source>{name}: {size}, values from {least} to {most}, shown {lens} from {low} to {high}</source>
   <translation>{name}：{size}，值从 {least} 到 {most}，以{lens}方式显示，从 {low} 到 {high}</translation>
  </message>
  <message>
   <source>{said}, cells beyond: {n}</source>
   <translation>{said}，超出范围的格：{n}</translation>
  </message>
 </context>
 <context>
  <name>convviz/core/along.py</name>
  <message>
   <source>Input cells from one output cell to the next.</source>
   <translation>相邻两个输出格在输入中相隔的格数。</translation>
  </message>
 </context>
 <context>
  <name>convviz/core/analysis.py</name>
  <message>
   <source>Blocks everything: every weight is 0.</source>
   <translation>全部阻断：每个权重都是 0。</translation>
  </message>
  <message>
   <source>Passes changes {where} that repeat about every {period} pixels, blocks flat areas and fine detail.</source>
   <translation>让{where}的、约每 {period} 个像素重复一次的变化通过，阻断平坦区域和细节。</translation>
  </message>
  <message>
   <source>Passes changes {where}, blocks flat areas.</source>
   <translation>让{where}的变化通过，阻断平坦区域。</translation>
  </message>
  <message>
   <source>Passes every frequency alike.</source>
   <translation>所有频率同等通过。</translation>
  </message>
  <message>
   <source>Passes flat areas and some changes, blocks others.</source>
   <translation>让平坦区域和一部分变化通过，阻断其余。</translation>
  </message>
  <message>
   <source>Passes flat areas, and changes {where} up to {times} times as strongly.</source>
   <translation>让平坦区域通过，并把{where}的变化增强到最多 {times} 倍。</translation>
  </message>
  <message>
   <source>Passes flat areas, weakens changes {where}.</source>
   <translation>让平坦区域通过，减弱{where}的变化。</translation>
  </message>
  <message>
   <source>Passes flat areas, weakens fine detail.</source>
   <translation>让平坦区域通过，减弱细节。</translation>
  </message>
  <message>
   <source>along the diagonal ↗</source>
   <translation>沿 ↗ 对角线</translation>
  </message>
  <message>
   <source>along the diagonal ↘</source>
   <translation>沿 ↘ 对角线</translation>
  </message>
  <message>
   <source>along the diagonals</source>
   <translation>沿两条对角线</translation>
  </message>
  <message>
   <source>along x</source>
   <translation>沿 x 方向</translation>
  </message>
  <message>
   <source>along x and along y</source>
   <translation>沿 x 和 y 方向</translation>
  </message>
  <message>
   <source>along y</source>
   <translation>沿 y 方向</translation>
  </message>
  <message>
   <source>at about {angle}°</source>
   <translation>沿约 {angle}° 方向</translation>
  </message>
  <message>
   <source>even</source>
   <translation>偶对称</translation>
  </message>
  <message>
   <source>in every direction</source>
   <translation>各个方向</translation>
  </message>
  <message>
   <source>odd</source>
   <translation>奇对称</translation>
  </message>
  <message>
   <source>{parity} across the diagonal ↗</source>
   <translation>关于 ↗ 对角线{parity}</translation>
  </message>
  <message>
   <source>{parity} across the diagonal ↘</source>
   <translation>关于 ↘ 对角线{parity}</translation>
  </message>
  <message>
   <source>{parity} in x</source>
   <translation>沿 x {parity}</translation>
  </message>
  <message>
   <source>{parity} in y</source>
   <translation>沿 y {parity}</translation>
  </message>
  <message>
   <source>{parity} under a half turn</source>
   <translation>绕中心转 180° {parity}</translation>
  </message>
 </context>
 <context>
  <name>convviz/core/border.py</name>
  <message>
   <source>circular</source>
   <translation>循环</translation>
  </message>
  <message>
   <source>reflect</source>
   <translation>反射</translation>
  </message>
  <message>
   <source>replicate</source>
   <translation>复制</translation>
  </message>
 </context>
 <context>
  <name>convviz/core/dense_spec.py</name>
  <message>
   <source>connections</source>
   <translation>连接方式</translation>
  </message>
  <message>
   <source>dense</source>
   <translation>全连接</translation>
  </message>
  <message>
   <source>local</source>
   <translation>局部连接</translation>
  </message>
  <message>
   <source>shared</source>
   <translation>权重共享</translation>
  </message>
  <message>
   <source>window</source>
   <translation>窗口</translation>
  </message>
 </context>
 <context>
  <name>convviz/core/errors.py</name>
  <message>
   <source>--padding-value {value} needs --padding-mode constant, not {mode}.</source>
   <translation>--padding-value {value} 要求 --padding-mode constant，而不是 {mode}。</translation>
  </message>
  <message>
   <source>A bias of shape {shape} does not spread over an output of shape {expected}.</source>
   <translation>形状为 {shape} 的偏置不能扩展到形状为 {expected} 的输出上。</translation>
  </message>
  <message>
   <source>A canvas of {height} × {width} pixels needs {expected} bytes, not {count}.</source>
   <translation>{height} × {width} 像素的画布需要 {expected} 字节，而不是 {count} 字节。</translation>
  </message>
  <message>
   <source>A code computes with 0 and 1 only, not with {value:g}.</source>
   <translation>编码只用 0 和 1 计算，不能用 {value:g}。</translation>
  </message>
  <message>
   <source>A dense layer reads at most {most} × {most} cells here, not {height} × {width}: crop the picture to fewer.</source>
   <translation>这里的全连接层最多读取 {most} × {most} 格，而不是 {height} × {width} 格：请把图像裁剪得更小。</translation>
  </message>
  <message>
   <source>A factor is a whole number, or two of them such as 7/3, not {value}.</source>
   <translation>倍数应是一个整数，或像 7/3 那样的两个整数，而不是 {value}。</translation>
  </message>
  <message>
   <source>A kernel needs at least one number.</source>
   <translation>卷积核至少要有一个数。</translation>
  </message>
  <message>
   <source>A kernel of your own needs a name.</source>
   <translation>自定义卷积核需要一个名称。</translation>
  </message>
  <message>
   <source>A kernel of {kh} × {kw} is too large: at most {most} × {most}.</source>
   <translation>{kh} × {kw} 的卷积核太大：最大为 {most} × {most}。</translation>
  </message>
  <message>
   <source>A kernel text may be at most {limit} bytes long, but this has {size}.</source>
   <translation>卷积核文本最长 {limit} 字节，而这一份有 {size} 字节。</translation>
  </message>
  <message>
   <source>A kernel's name may have {most} characters; this one has {length}.</source>
   <translation>卷积核的名称最多 {most} 个字符，而这个有 {length} 个。</translation>
  </message>
  <message>
   <source>A layer needs at least one filter, and each filter at least one kernel.</source>
   <translation>一层至少要有一个滤波器，每个滤波器至少要有一个卷积核。</translation>
  </message>
  <message>
   <source>A layer pools blocks that lie side by side, without padding or dilation, not {pool}.</source>
   <translation>层内的池化块并排相接，没有填充，膨胀率为 1，不能是 {pool}。</translation>
  </message>
  <message>
   <source>A lesson needs at least one page.</source>
   <translation>课程至少要有一页。</translation>
  </message>
  <message>
   <source>A pasted picture of {height} × {width} pixels does not have {count} bytes.</source>
   <translation>粘贴的图像有 {height} × {width} 像素，数据却不是 {count} 字节。</translation>
  </message>
  <message>
   <source>A picture may have {least} to {most} pixels on a side, not {width} × {height}.</source>
   <translation>图像每边可有 {least} 到 {most} 像素，不能是 {width} × {height}。</translation>
  </message>
  <message>
   <source>A signal's kernel is one row of numbers; these are {rows} rows.</source>
   <translation>信号的卷积核是一行数，而这里有 {rows} 行。</translation>
  </message>
  <message>
   <source>A stack needs at least one layer.</source>
   <translation>堆叠至少要有一层。</translation>
  </message>
  <message>
   <source>A stack of slices is filtered by one filter in one group, not by {filters} in {groups}.</source>
   <translation>切片堆由一个滤波器、一个分组来滤波，不能是 {filters} 个滤波器、{groups} 个分组。</translation>
  </message>
  <message>
   <source>A stack's dilations are whole numbers such as 1, 2, 4, one for each layer, not “{text}”.</source>
   <translation>堆叠的膨胀率是 1, 2, 4 这样的整数，每层一个，不能是“{text}”。</translation>
  </message>
  <message>
   <source>A transposed convolution here has one kernel, not {count}.</source>
   <translation>这里的转置卷积只有一个卷积核，不能有 {count} 个。</translation>
  </message>
  <message>
   <source>A window along rows has height, stride and dilation 1 and no padding there, not {kh}, {sh}, {dh} and {top}, {bottom}.</source>
   <translation>沿行方向的窗口，其高度、步幅和膨胀率都是 1，且没有填充，不能是 {kh}、{sh}、{dh} 和 {top}、{bottom}。</translation>
  </message>
  <message>
   <source>A window of {k} slices is too deep: at most {most}.</source>
   <translation>{k} 个切片的窗口太深：最多 {most} 个。</translation>
  </message>
  <message>
   <source>All generator sequences must have one length; these have {lengths}.</source>
   <translation>所有生成序列的长度必须相同，而这里的长度是 {lengths}。</translation>
  </message>
  <message>
   <source>All kernels of a layer must have one size; these are {sizes}.</source>
   <translation>同一层的所有卷积核大小必须相同，而这里是 {sizes}。</translation>
  </message>
  <message>
   <source>All sizes must have the same 1 to {most} axes, not {lengths}.</source>
   <translation>所有大小的轴数必须相同，为 1 到 {most} 个，不能是 {lengths}。</translation>
  </message>
  <message>
   <source>An axis of {i} cells is smaller than the window of {k}.</source>
   <translation>有 {i} 格的轴比 {k} 格的窗口还小。</translation>
  </message>
  <message>
   <source>Average pooling has no dilation; it is {dh}, {dw} here.</source>
   <translation>平均池化没有膨胀率，而这里给的是 {dh}、{dw}。</translation>
  </message>
  <message>
   <source>Circular padding of {p} needs an image of at least {p} cells; this one has {i}.</source>
   <translation>循环填充 {p} 格要求图像至少有 {p} 格，而这幅有 {i} 格。</translation>
  </message>
  <message>
   <source>Give size or scale_factor: one of them, not {given}.</source>
   <translation>请给出 size 或 scale_factor 之一，而不是 {given}。</translation>
  </message>
  <message>
   <source>Indices counted in {height} × {width} cells mean other cells, or none, of an output of {rows} × {cols}: it must be as wide, and as high as the windows reach.</source>
   <translation>索引是在 {height} × {width} 格中计数的，在 {rows} × {cols} 的输出中会指到别的格子或不存在的格子：输出必须与输入一样宽，高度要达到窗口所及之处。</translation>
  </message>
  <message>
   <source>Line {line} has nothing where number {place} should be.</source>
   <translation>第 {line} 行应当出现第 {place} 个数的地方是空的。</translation>
  </message>
  <message>
   <source>Line {line} has {length} numbers, but line {first_line} has {first_length}.</source>
   <translation>第 {line} 行有 {length} 个数，而第 {first_line} 行有 {first_length} 个。</translation>
  </message>
  <message>
   <source>Line {line} mixes separators; put one kind between its numbers, one row on a line, and write decimals with a point.</source>
   <translation>第 {line} 行混用了分隔符；数与数之间请只用一种，一行写一排，小数点用“.”。</translation>
  </message>
  <message>
   <source>Line {line}, number {place}: {reason}</source>
   <translation>第 {line} 行第 {place} 个数：{reason}</translation>
  </message>
  <message>
   <source>Line {line}: a scale such as “1/16 *” must stand alone above all rows.</source>
   <translation>第 {line} 行：像“1/16 *”这样的系数必须单独写在所有行之上。</translation>
  </message>
  <message>
   <source>Mode {mode} needs an input of {expected} dimensions, not of shape {shape}.</source>
   <translation>模式 {mode} 要求输入有 {expected} 维，而不是形状 {shape}。</translation>
  </message>
  <message>
   <source>Numbers of type {dtype} cannot be used here; use one of {allowed}.</source>
   <translation>这里不能用 {dtype} 类型的数；请用以下之一：{allowed}。</translation>
  </message>
  <message>
   <source>Only a canvas can be painted on; make one with File, New canvas.</source>
   <translation>只有画布可以涂画；请用“文件”菜单的“新建画布”新建一块。</translation>
  </message>
  <message>
   <source>Only the padding of a convolution or a pooling may differ before and after; here it is one number.</source>
   <translation>只有卷积和池化的填充前后可以不同；这里只能是一个数。</translation>
  </message>
  <message>
   <source>Padding is same, same-tf, valid, full, one whole number, or two (before, after), not “{text}”.</source>
   <translation>填充可以是 same、same-tf、valid、full、一个整数或两个整数（前、后），不能是“{text}”。</translation>
  </message>
  <message>
   <source>Padding is same, same-tf, valid, one whole number, three (slices, rows, columns) or six (before and after each), not “{text}”.</source>
   <translation>填充可以是 same、same-tf、valid、一个整数、三个整数（切片、行、列）或六个整数（各自的前与后），不能是“{text}”。</translation>
  </message>
  <message>
   <source>Padding is same, same-tf, valid, one whole number, two (rows, columns) or four (top, bottom, left, right), not “{text}”.</source>
   <translation>填充可以是 same、same-tf、valid、一个整数、两个整数（行、列）或四个整数（上、下、左、右），不能是“{text}”。</translation>
  </message>
  <message>
   <source>Padding is same-tf, one whole number or two (rows, columns), not “{text}”.</source>
   <translation>填充应是 same-tf、一个整数或两个整数（行、列），而不是“{text}”。</translation>
  </message>
  <message>
   <source>Padding mode {mode} copies cells and takes no value, but was given {value}.</source>
   <translation>填充方式 {mode} 复制已有的格子，不需要值，却给了 {value}。</translation>
  </message>
  <message>
   <source>Padding mode {mode} pads the last dimension of 2 or 3, the last two of 3 or 4 or the last three of 4 or 5; {n} numbers do not fit an input of {dims} dimensions.</source>
   <translation>填充方式 {mode} 可填充 2 或 3 维输入的最后一维、3 或 4 维的最后两维、4 或 5 维的最后三维；{n} 个数与 {dims} 维输入不符。</translation>
  </message>
  <message>
   <source>Padding of {pad} takes more away than there is in an input of shape {shape}.</source>
   <translation>填充 {pad} 去掉的比形状为 {shape} 的输入所有的还多。</translation>
  </message>
  <message>
   <source>Padding of {p} is more than half of a pooling window of {k}.</source>
   <translation>填充 {p} 超过了池化窗口 {k} 的一半。</translation>
  </message>
  <message>
   <source>Reflect padding of {p} needs an image of at least {p} + 1 cells; this one has {i}.</source>
   <translation>反射填充 {p} 格要求图像至少有 {p} + 1 格，而这幅有 {i} 格。</translation>
  </message>
  <message>
   <source>Row {row} of the kernel has {length} numbers, but row 0 has {first}.</source>
   <translation>卷积核第 {row} 行有 {length} 个数，而第 0 行有 {first} 个。</translation>
  </message>
  <message>
   <source>Slice {n} of {name} has {width} × {height} pixels, but the first has {first_width} × {first_height}.</source>
   <translation>{name} 的第 {n} 个切片是 {width} × {height} 像素，而第一个是 {first_width} × {first_height}。</translation>
  </message>
  <message>
   <source>Something went wrong inside the program: {reason}.</source>
   <translation>程序内部出了错：{reason}。</translation>
  </message>
  <message>
   <source>Steps are watched forwards, not from {first} to {last}.</source>
   <translation>步骤只能向前观看：不能从 {first} 到 {last}。</translation>
  </message>
  <message>
   <source>Target classes must be of type int64, not {dtype}.</source>
   <translation>目标类别必须是 int64 类型，而不是 {dtype}。</translation>
  </message>
  <message>
   <source>The bias has shape {shape}; this layer needs one number for each of {expected} filters.</source>
   <translation>偏置的形状是 {shape}，而这一层的 {expected} 个滤波器各需要一个数。</translation>
  </message>
  <message>
   <source>The file has {size} bytes; a lesson has at most {most}.</source>
   <translation>文件有 {size} 字节，而课程最多 {most} 字节。</translation>
  </message>
  <message>
   <source>The file has {size} bytes; a scene has at most {most}.</source>
   <translation>文件有 {size} 字节，而场景最多 {most} 字节。</translation>
  </message>
  <message>
   <source>The index {index} lies outside an output plane of {shape}: {cells} cells.</source>
   <translation>索引 {index} 超出了形状为 {shape} 的输出平面：它只有 {cells} 格。</translation>
  </message>
  <message>
   <source>The input has no cells: its shape is {shape}.</source>
   <translation>输入没有格子：它的形状是 {shape}。</translation>
  </message>
  <message>
   <source>The input has shape {shape}, but the layer reads {expected}.</source>
   <translation>输入的形状是 {shape}，而这一层读取 {expected}。</translation>
  </message>
  <message>
   <source>The input has {channels} channels, but the layer reads {expected}.</source>
   <translation>输入有 {channels} 个通道，而这一层读取 {expected} 个。</translation>
  </message>
  <message>
   <source>The input must be (channels, rows, columns) or a batch of those, not of shape {shape}.</source>
   <translation>输入必须是（通道、行、列）或一批这样的数据，而不是形状 {shape}。</translation>
  </message>
  <message>
   <source>The input must be (channels, rows, columns), not of shape {shape}.</source>
   <translation>输入必须是（通道、行、列），而不是形状 {shape}。</translation>
  </message>
  <message>
   <source>The input must be (slices, rows, columns), not of shape {shape}.</source>
   <translation>输入必须是（切片、行、列），而不是形状 {shape}。</translation>
  </message>
  <message>
   <source>The input must have {least} dimensions, or {most} as a batch, not shape {shape}.</source>
   <translation>输入必须有 {least} 维，成批时 {most} 维，而不是形状 {shape}。</translation>
  </message>
  <message>
   <source>The input needs at least one class; its shape is {shape}.</source>
   <translation>输入至少要有一个类别，而它的形状是 {shape}。</translation>
  </message>
  <message>
   <source>The lesson has a page on the picture “{name}”, but does not hold it.</source>
   <translation>课程中有一页使用图像“{name}”，但文件里没有它。</translation>
  </message>
  <message>
   <source>The lesson was made by a newer ConvViz (format {version}; this one reads up to {known}).</source>
   <translation>这个课程由更新版本的 ConvViz 生成（格式 {version}；本版本最高读到 {known}）。</translation>
  </message>
  <message>
   <source>The notes have {length} characters; they may have {most}.</source>
   <translation>备注有 {length} 个字符，最多 {most} 个。</translation>
  </message>
  <message>
   <source>The output would have {channels} × {height} × {width} numbers; at most {most} are computed.</source>
   <translation>输出会有 {channels} × {height} × {width} 个数，而最多计算 {most} 个。</translation>
  </message>
  <message>
   <source>The padding value {value} does not fit into {dtype}.</source>
   <translation>填充值 {value} 超出了 {dtype} 的范围。</translation>
  </message>
  <message>
   <source>The parameters of {kernel} are written like {example}, not “{text}”.</source>
   <translation>{kernel} 的参数应写成 {example} 这样，而不是“{text}”。</translation>
  </message>
  <message>
   <source>The picture {title} in the scene has {size} bytes; it may have 1 to {most}.</source>
   <translation>场景中的图像 {title} 有 {size} 字节，只能有 1 到 {most} 字节。</translation>
  </message>
  <message>
   <source>The position must be a number from 0 to {most}, not {value}.</source>
   <translation>位置必须是 0 到 {most} 之间的数，不能是 {value}。</translation>
  </message>
  <message>
   <source>The question “{asks}” cannot be asked here: {reason}.</source>
   <translation>这里不能提问“{asks}”：{reason}。</translation>
  </message>
  <message>
   <source>The question “{asks}” is about one cell, but names none.</source>
   <translation>问题“{asks}”针对一个格子，却没有指明哪一格。</translation>
  </message>
  <message>
   <source>The question “{asks}” is about row {row}, column {col}, but rows go from 0 to {last_row}, columns from 0 to {last_col}.</source>
   <translation>问题“{asks}”针对第 {row} 行第 {col} 列，而行从 0 到 {last_row}，列从 0 到 {last_col}。</translation>
  </message>
  <message>
   <source>The scene shows the picture {name}, which is not there: {path}.</source>
   <translation>场景显示的图像 {name} 不在原处：{path}。</translation>
  </message>
  <message>
   <source>The scene was made by a newer ConvViz (format {version}; this one reads up to {known}).</source>
   <translation>这个场景由更新版本的 ConvViz 生成（格式 {version}；本版本最高读到 {known}）。</translation>
  </message>
  <message>
   <source>The scene {path} holds nothing of the sizes calculator.</source>
   <translation>场景 {path} 里没有尺寸计算器的内容。</translation>
  </message>
  <message>
   <source>The settings are those of a newer ConvViz (format {version}; this one reads up to {known}).</source>
   <translation>这些设置属于更新版本的 ConvViz（格式 {version}；本版本最高读到 {known}）。</translation>
  </message>
  <message>
   <source>The settings file has {size} bytes; it may have {most}.</source>
   <translation>设置文件有 {size} 字节，最多允许 {most} 字节。</translation>
  </message>
  <message>
   <source>The steps go from 0 to {end}; {first} to {last} cannot be shown.</source>
   <translation>步骤从 0 到 {end}，无法显示 {first} 到 {last}。</translation>
  </message>
  <message>
   <source>The steps take from 0 to {end}; there is no moment {at}.</source>
   <translation>全部步骤的时刻从 0 到 {end}，没有 {at} 这个时刻。</translation>
  </message>
  <message>
   <source>The title of a picture may have 1 to {most} characters; this one has {length}.</source>
   <translation>图像的标题可有 1 到 {most} 个字符，而这个有 {length} 个。</translation>
  </message>
  <message>
   <source>The weight in row {row}, column {col} must be a number up to {most}, not {value}.</source>
   <translation>第 {row} 行第 {col} 列的权重的绝对值最大为 {most}，不能是 {value}。</translation>
  </message>
  <message>
   <source>The weights add up to 0; there is nothing to divide by.</source>
   <translation>权重之和为 0，无法用它来除。</translation>
  </message>
  <message>
   <source>The weights have shape {shape}; this layer needs {expected}.</source>
   <translation>权重的形状是 {shape}，而这一层需要 {expected}。</translation>
  </message>
  <message>
   <source>The window cannot be opened: {reason}.</source>
   <translation>窗口打不开：{reason}。</translation>
  </message>
  <message>
   <source>The window spans {span} cells ({k} taps, dilation {d}), but the input with its padding has only {padded} ({i} + {p}).</source>
   <translation>窗口跨 {span} 格（{k} 个抽头，膨胀率 {d}），而输入连同填充只有 {padded} 格（{i} + {p}）。</translation>
  </message>
  <message>
   <source>The {name} has shape {shape}, but should have {expected}.</source>
   <translation>{name} 的形状是 {shape}，而应为 {expected}。</translation>
  </message>
  <message>
   <source>The {name} is {dtype}, but the input is {expected}; both must be of one type.</source>
   <translation>{name} 是 {dtype}，而输入是 {expected}；两者的类型必须相同。</translation>
  </message>
  <message>
   <source>There already is a kernel of your own called “{name}”.</source>
   <translation>已经有一个名为“{name}”的自定义卷积核。</translation>
  </message>
  <message>
   <source>There are {columns} columns, but {rows} × {cols} windows.</source>
   <translation>有 {columns} 列，窗口却是 {rows} × {cols} 个。</translation>
  </message>
  <message>
   <source>There is no cell {row}, {col}: rows go from 0 to {last_row}, columns from 0 to {last_col}.</source>
   <translation>没有 ({row}, {col}) 这一格：行从 0 到 {last_row}，列从 0 到 {last_col}。</translation>
  </message>
  <message>
   <source>There is no channel “{channel}”; use one of {channels}.</source>
   <translation>没有“{channel}”通道；请用以下之一：{channels}。</translation>
  </message>
  <message>
   <source>There is no class {value}: there are {classes}, counted from 0.</source>
   <translation>没有类别 {value}：共有 {classes} 类，从 0 数起。</translation>
  </message>
  <message>
   <source>There is no display to open a window on; “convviz apply”, “convviz run” and “convviz render” work without one.</source>
   <translation>没有可以打开窗口的显示器；“convviz apply”“convviz run”和“convviz render”不需要显示器。</translation>
  </message>
  <message>
   <source>There is no file {path}.</source>
   <translation>没有文件 {path}。</translation>
  </message>
  <message>
   <source>There is no folder {folder}.</source>
   <translation>没有文件夹 {folder}。</translation>
  </message>
  <message>
   <source>There is no kernel of your own called “{name}”.</source>
   <translation>没有名为“{name}”的自定义卷积核。</translation>
  </message>
  <message>
   <source>There is no kernel “{id}”; the nearest names are {near}.</source>
   <translation>没有卷积核“{id}”；最相近的名称是 {near}。</translation>
  </message>
  <message>
   <source>There is no layer and no network “{id}”; there are {named}.</source>
   <translation>没有名为“{id}”的层或网络；可选的有 {named}。</translation>
  </message>
  <message>
   <source>There is no lesson {path}.</source>
   <translation>没有课程 {path}。</translation>
  </message>
  <message>
   <source>There is no operation “{id}”; there are {named}.</source>
   <translation>没有运算“{id}”；可选的有 {named}。</translation>
  </message>
  <message>
   <source>There is no output cell at row {row}, column {col}: rows go from 0 to {last_row}, columns from 0 to {last_col}.</source>
   <translation>没有第 {row} 行第 {col} 列这个输出格：行从 0 到 {last_row}，列从 0 到 {last_col}。</translation>
  </message>
  <message>
   <source>There is no page {number}: the lesson has {count}, counted from 1.</source>
   <translation>没有第 {number} 页：课程共有 {count} 页，从 1 数起。</translation>
  </message>
  <message>
   <source>There is no question “{asks}”; one of {known} can be asked.</source>
   <translation>没有问题“{asks}”；可以提问的有 {known}。</translation>
  </message>
  <message>
   <source>There is no sample picture “{id}”.</source>
   <translation>没有示例图像“{id}”。</translation>
  </message>
  <message>
   <source>There is no scene {name}: it is neither a file nor one of {examples}.</source>
   <translation>没有场景 {name}：它既不是文件，也不在 {examples} 之中。</translation>
  </message>
  <message>
   <source>There is not enough memory for this.</source>
   <translation>内存不足，无法完成。</translation>
  </message>
  <message>
   <source>There is not enough memory to open {name}.</source>
   <translation>内存不足，无法打开 {name}。</translation>
  </message>
  <message>
   <source>There is something at {path} already; name a folder that is new or empty.</source>
   <translation>{path} 已经存在；请指定一个新的或空的文件夹。</translation>
  </message>
  <message>
   <source>This is not a readable ConvViz file: {reason}.</source>
   <translation>这不是可以读取的 ConvViz 文件：{reason}。</translation>
  </message>
  <message>
   <source>This is not a text of numbers.</source>
   <translation>这不是由数组成的文本。</translation>
  </message>
  <message>
   <source>This kernel has {height} × {width} numbers (rows × columns); the largest is {largest} × {largest}.</source>
   <translation>这个卷积核有 {height} × {width} 个数（行 × 列），最大为 {largest} × {largest}。</translation>
  </message>
  <message>
   <source>This operation has no kernel; choose convolution to use one.</source>
   <translation>这种运算没有卷积核；要用卷积核，请选卷积。</translation>
  </message>
  <message>
   <source>This scene cannot have {changes}: {reason}.</source>
   <translation>这个场景不能有 {changes}：{reason}。</translation>
  </message>
  <message>
   <source>This text has no numbers in it.</source>
   <translation>这段文本里没有数。</translation>
  </message>
  <message>
   <source>Type a row and a column, such as 3, 4, not “{text}”.</source>
   <translation>请键入行和列，例如 3, 4，而不是“{text}”。</translation>
  </message>
  <message>
   <source>Unpooling makes an output of {shape} cells: the padding cuts everything off.</source>
   <translation>反池化会得到 {shape} 格的输出：填充把它全部裁掉了。</translation>
  </message>
  <message>
   <source>align_corners is for {allowed} only, not for mode {mode}.</source>
   <translation>align_corners 只用于 {allowed}，不能用于模式 {mode}。</translation>
  </message>
  <message>
   <source>antialias is for bilinear and bicubic only, not for mode {mode}.</source>
   <translation>antialias 只用于 bilinear 和 bicubic，不能用于模式 {mode}。</translation>
  </message>
  <message>
   <source>bits</source>
   <translation>比特</translation>
  </message>
  <message>
   <source>brush</source>
   <translation>画笔</translation>
  </message>
  <message>
   <source>channel</source>
   <translation>通道</translation>
  </message>
  <message>
   <source>channels</source>
   <translation>通道</translation>
  </message>
  <message>
   <source>column</source>
   <translation>列</translation>
  </message>
  <message>
   <source>corner</source>
   <translation>左上角</translation>
  </message>
  <message>
   <source>divisor_override must not be 0.</source>
   <translation>divisor_override 不能是 0。</translation>
  </message>
  <message>
   <source>generators</source>
   <translation>生成序列</translation>
  </message>
  <message>
   <source>grey</source>
   <translation>灰度值</translation>
  </message>
  <message>
   <source>height</source>
   <translation>高度</translation>
  </message>
  <message>
   <source>ignore_index {value} is for targets that are classes, not probabilities.</source>
   <translation>ignore_index {value} 用于类别形式的目标，不能用于概率。</translation>
  </message>
  <message>
   <source>indices have shape {shape}, but the input has {expected}; both must have one.</source>
   <translation>indices 的形状是 {shape}，而输入是 {expected}；两者的形状必须相同。</translation>
  </message>
  <message>
   <source>indices must be of type int64, not {dtype}.</source>
   <translation>indices 必须是 int64 类型，而不是 {dtype}。</translation>
  </message>
  <message>
   <source>kind</source>
   <translation>类型</translation>
  </message>
  <message>
   <source>length</source>
   <translation>长度</translation>
  </message>
  <message>
   <source>output_padding {output_padding} must be less than the stride ({s}) or the dilation ({d}).</source>
   <translation>output_padding {output_padding} 必须小于步幅（{s}）或膨胀率（{d}）。</translation>
  </message>
  <message>
   <source>output_size must be from {least} to {most} for this pooling, not {size}.</source>
   <translation>这次池化的 output_size 必须在 {least} 到 {most} 之间，不能是 {size}。</translation>
  </message>
  <message>
   <source>output_size must be {n} whole numbers, or {more} with batch and channels, not {value!r}.</source>
   <translation>output_size 必须是 {n} 个整数，带批次和通道时是 {more} 个，不能是 {value!r}。</translation>
  </message>
  <message>
   <source>pad has {n} numbers, but an input of {dims} dimensions takes at most {most}.</source>
   <translation>pad 有 {n} 个数，而 {dims} 维的输入最多接受 {most} 个。</translation>
  </message>
  <message>
   <source>pad must be pairs (before, after) of whole numbers, last dimension first, not {value!r}.</source>
   <translation>pad 必须是成对的整数（前、后），从最后一维写起，不能是 {value!r}。</translation>
  </message>
  <message>
   <source>padding 'same' needs stride 1, not {sh}, {sw}.</source>
   <translation>填充 'same' 要求步幅为 1，而不是 ({sh}, {sw})。</translation>
  </message>
  <message>
   <source>padding 'same' needs stride 1, not {stride}.</source>
   <translation>填充 'same' 要求步幅为 1，而不是 {stride}。</translation>
  </message>
  <message>
   <source>padding must be 'same', 'valid' or four whole numbers (top, bottom, left, right), not {value!r}.</source>
   <translation>填充必须是 'same'、'valid' 或四个整数（上、下、左、右），不能是 {value!r}。</translation>
  </message>
  <message>
   <source>padding must be two whole numbers (rows, columns), or four (top, bottom, left, right), not {value!r}.</source>
   <translation>填充必须是两个整数（行、列）或四个整数（上、下、左、右），不能是 {value!r}。</translation>
  </message>
  <message>
   <source>recompute_scale_factor needs a scale_factor, not size {size}.</source>
   <translation>recompute_scale_factor 需要 scale_factor，而不是 size {size}。</translation>
  </message>
  <message>
   <source>row</source>
   <translation>行</translation>
  </message>
  <message>
   <source>scale</source>
   <translation>缩放比例</translation>
  </message>
  <message>
   <source>scale must be above 0, not {value}.</source>
   <translation>scale 必须大于 0，不能是 {value}。</translation>
  </message>
  <message>
   <source>stack</source>
   <translation>堆叠</translation>
  </message>
  <message>
   <source>text</source>
   <translation>文字</translation>
  </message>
  <message>
   <source>value</source>
   <translation>值</translation>
  </message>
  <message>
   <source>weight</source>
   <translation>权重</translation>
  </message>
  <message>
   <source>width</source>
   <translation>宽度</translation>
  </message>
  <message>
   <source>{count} biases do not fit {filters} filters: each has one.</source>
   <translation>{count} 个偏置与 {filters} 个滤波器不符：每个滤波器一个。</translation>
  </message>
  <message>
   <source>{count} kernels do not fit a window of {slices} slices: one for all, or one for each.</source>
   <translation>{count} 个卷积核与 {slices} 个切片的窗口不符：全部共用一个，或每个切片一个。</translation>
  </message>
  <message>
   <source>{format} needs an even width and height, not {width} × {height}.</source>
   <translation>{format} 要求宽和高都是偶数，不能是 {width} × {height}。</translation>
  </message>
  <message>
   <source>{format} needs the extra “{extra}”: pip install 'convviz[{extra}]'. Without it there are {others}.</source>
   <translation>{format} 需要附加组件“{extra}”：pip install 'convviz[{extra}]'。没有它时可用 {others}。</translation>
  </message>
  <message>
   <source>{format} shows 1 to {most} frames per second, not {fps}.</source>
   <translation>{format} 每秒显示 1 到 {most} 帧，不能是 {fps} 帧。</translation>
  </message>
  <message>
   <source>{groups} groups do not divide {channels} channels evenly.</source>
   <translation>{groups} 个分组不能整除 {channels} 个通道。</translation>
  </message>
  <message>
   <source>{height} × {width} cells from row {top}, column {left} on do not lie in the picture of {rows} × {cols}.</source>
   <translation>从第 {top} 行第 {left} 列起的 {height} × {width} 格不在 {rows} × {cols} 的图像内。</translation>
  </message>
  <message>
   <source>{i} cells times {factor} leave no whole cell.</source>
   <translation>{i} 格乘以 {factor}，连完整的一格都没有。</translation>
  </message>
  <message>
   <source>{i} cells, stamped with {k} taps at stride {s}, dilation {d} and padding {p}, make {size} cells.</source>
   <translation>{i} 格以 {k} 个抽头、步幅 {s}、膨胀率 {d}、填充 {p} 盖印，得到 {size} 格。</translation>
  </message>
  <message>
   <source>{kernel} has no parameter “{name}”.</source>
   <translation>{kernel} 没有参数“{name}”。</translation>
  </message>
  <message>
   <source>{kernel} has no parameters, so nothing may follow its name.</source>
   <translation>{kernel} 没有参数，名称后面不能再写别的。</translation>
  </message>
  <message>
   <source>{k} taps at dilation {d} reach over {span} cells; at most {most}.</source>
   <translation>{k} 个抽头在膨胀率 {d} 下跨越 {span} 格；最多为 {most} 格。</translation>
  </message>
  <message>
   <source>{label} must be a whole number, not {value}.</source>
   <translation>{label}必须是整数，不能是 {value}。</translation>
  </message>
  <message>
   <source>{label} must be from {minimum} to {maximum}, not {value}.</source>
   <translation>{label}必须在 {minimum} 到 {maximum} 之间，不能是 {value}。</translation>
  </message>
  <message>
   <source>{name} cannot be exported: its name must end in one of {endings}, or in nothing for a folder of pictures.</source>
   <translation>{name} 无法导出：名称必须以 {endings} 之一结尾，或不带扩展名，作为图片文件夹。</translation>
  </message>
  <message>
   <source>{name} cannot be written: its name must end in one of {endings}.</source>
   <translation>{name} 无法写入：名称必须以 {endings} 之一结尾。</translation>
  </message>
  <message>
   <source>{name} has {count} slices of {width} × {height} pixels or more; at most {most} slices with {limit} pixels in all are opened.</source>
   <translation>{name} 有 {count} 个切片，每个不小于 {width} × {height} 像素；最多打开 {most} 个切片，合计 {limit} 像素。</translation>
  </message>
  <message>
   <source>{name} has {width} × {height} pixels; at most {limit} pixels are opened.</source>
   <translation>{name} 有 {width} × {height} 像素；最多打开 {limit} 像素。</translation>
  </message>
  <message>
   <source>{name} holds the number {value}; more than {most} cannot be summed.</source>
   <translation>{name} 含有数值 {value}；大于 {most} 的数无法求和。</translation>
  </message>
  <message>
   <source>{name} holds {count} values that are not finite numbers.</source>
   <translation>{name} 含有 {count} 个不是有限数的值。</translation>
  </message>
  <message>
   <source>{name} holds {size} bytes; at most {limit} are read.</source>
   <translation>{name} 有 {size} 字节，最多读取 {limit} 字节。</translation>
  </message>
  <message>
   <source>{name} is a device or a pipe, not a picture file.</source>
   <translation>{name} 是设备或管道，不是图像文件。</translation>
  </message>
  <message>
   <source>{name} is a device or a pipe, not a scene file.</source>
   <translation>{name} 是设备或管道，不是场景文件。</translation>
  </message>
  <message>
   <source>{name} is a folder, not a picture.</source>
   <translation>{name} 是文件夹，不是图像。</translation>
  </message>
  <message>
   <source>{name} is a folder, not a scene file.</source>
   <translation>{name} 是文件夹，不是场景文件。</translation>
  </message>
  <message>
   <source>{name} is a scene, and has no pages; only a lesson has.</source>
   <translation>{name} 是场景，没有页；只有课程才有。</translation>
  </message>
  <message>
   <source>{name} is an empty file.</source>
   <translation>{name} 是空文件。</translation>
  </message>
  <message>
   <source>{name} is cut off or damaged: it cannot be decoded as {format}.</source>
   <translation>{name} 不完整或已损坏：无法按 {format} 解码。</translation>
  </message>
  <message>
   <source>{name} is not a picture of a kind that can be opened ({formats}).</source>
   <translation>{name} 不是能够打开的图像类型（{formats}）。</translation>
  </message>
  <message>
   <source>{name} is one number, or two for rows and columns, not “{text}”.</source>
   <translation>{name}是一个数，或行、列两个数，不能是“{text}”。</translation>
  </message>
  <message>
   <source>{name} is one whole number, or three for slices, rows and columns, not “{text}”.</source>
   <translation>{name}是一个整数，或切片、行、列三个整数，不能是“{text}”。</translation>
  </message>
  <message>
   <source>{name} is one whole number, or two for rows and columns, not “{text}”.</source>
   <translation>{name}是一个整数，或行、列两个整数，不能是“{text}”。</translation>
  </message>
  <message>
   <source>{name} is written in 0 and 1, such as {example}, not “{text}”.</source>
   <translation>{name}用 0 和 1 书写，例如 {example}，不能是“{text}”。</translation>
  </message>
  <message>
   <source>{name} must be a finite number, not {value}.</source>
   <translation>{name}必须是有限数，不能是 {value}。</translation>
  </message>
  <message>
   <source>{name} must be a number, not {value!r}.</source>
   <translation>{name}必须是数，不能是 {value!r}。</translation>
  </message>
  <message>
   <source>{name} must be a whole number, not {value!r}.</source>
   <translation>{name}必须是整数，不能是 {value!r}。</translation>
  </message>
  <message>
   <source>{name} must be above 0, not {value}.</source>
   <translation>{name}必须大于 0，不能是 {value}。</translation>
  </message>
  <message>
   <source>{name} must be at least 1, not {value}.</source>
   <translation>{name}至少为 1，不能是 {value}。</translation>
  </message>
  <message>
   <source>{name} must be at most {most}, not {value}.</source>
   <translation>{name}至多为 {most}，不能是 {value}。</translation>
  </message>
  <message>
   <source>{name} must be from {least} to {most}, not {value}.</source>
   <translation>{name}必须在 {least} 到 {most} 之间，不能是 {value}。</translation>
  </message>
  <message>
   <source>{name} must be one number, or {axes}, one for each axis, not “{text}”.</source>
   <translation>{name}必须是一个数，或 {axes} 个数（每个轴一个），不能是“{text}”。</translation>
  </message>
  <message>
   <source>{name} must be one of {allowed}, not {value!r}.</source>
   <translation>{name}必须是 {allowed} 之一，不能是 {value!r}。</translation>
  </message>
  <message>
   <source>{name} must be one whole number, or {n} of them, not {value!r}.</source>
   <translation>{name}必须是一个整数或 {n} 个整数，不能是 {value!r}。</translation>
  </message>
  <message>
   <source>{name} must be two whole numbers (rows, columns), not {value!r}.</source>
   <translation>{name}必须是两个整数（行、列），不能是 {value!r}。</translation>
  </message>
  <message>
   <source>{name} must be whole numbers, which “{word}” is not.</source>
   <translation>{name}必须是整数，而“{word}”不是。</translation>
  </message>
  <message>
   <source>{name} must not be negative, but is {value}.</source>
   <translation>{name}不能为负，而现在是 {value}。</translation>
  </message>
  <message>
   <source>{name} was not written: {height} × {width} pixels are more than the {limit} on a side that {ending} can hold.</source>
   <translation>{name} 没有写入：{height} × {width} 像素超过了 {ending} 每边 {limit} 的上限。</translation>
  </message>
  <message>
   <source>{n} cells scaled by {factor} are no cells.</source>
   <translation>{n} 格缩放 {factor} 倍后一格也不剩。</translation>
  </message>
  <message>
   <source>{option} changes nothing with the other choices; leave it out.</source>
   <translation>{option} 与其他选择一起不起作用，请去掉它。</translation>
  </message>
  <message>
   <source>{path} cannot be read: {reason}.</source>
   <translation>{path} 无法读取：{reason}。</translation>
  </message>
  <message>
   <source>{path} is a device or a pipe, and is left alone.</source>
   <translation>{path} 是设备或管道，未作改动。</translation>
  </message>
  <message>
   <source>{path} is a folder, not a kernel text.</source>
   <translation>{path} 是文件夹，不是卷积核文本。</translation>
  </message>
  <message>
   <source>{path} is a folder; give the file a name.</source>
   <translation>{path} 是文件夹；请给出文件名。</translation>
  </message>
  <message>
   <source>{path} is not a lesson file, but a folder, a device or a pipe.</source>
   <translation>{path} 不是课程文件，而是文件夹、设备或管道。</translation>
  </message>
  <message>
   <source>{path} is not an ordinary file.</source>
   <translation>{path} 不是普通文件。</translation>
  </message>
  <message>
   <source>{path} is not the picture that the scene was saved with.</source>
   <translation>{path} 不是保存场景时所用的图像。</translation>
  </message>
  <message>
   <source>{path} was not written: the disk is full.</source>
   <translation>{path} 没有写入：磁盘已满。</translation>
  </message>
  <message>
   <source>{path} was not written: {reason}.</source>
   <translation>{path} 没有写入：{reason}。</translation>
  </message>
  <message>
   <source>{rows} rows are no whole number of channels of {kh} × {kw} taps.</source>
   <translation>{rows} 行不是 {kh} × {kw} 个抽头的整数个通道。</translation>
  </message>
  <message>
   <source>{text} cannot be written in a ConvViz file.</source>
   <translation>{text} 不能写进 ConvViz 文件。</translation>
  </message>
  <message>
   <source>{what} does not use {options}.</source>
   <translation>{what}用不到 {options}。</translation>
  </message>
  <message>
   <source>“convviz lesson {act}” needs a file to write: -o FILE.</source>
   <translation>“convviz lesson {act}”需要写入的文件：-o 文件。</translation>
  </message>
  <message>
   <source>“convviz lesson {act}” needs a lesson: its number, its id, or its file.</source>
   <translation>“convviz lesson {act}”需要一个课程：它的编号、标识或文件。</translation>
  </message>
  <message>
   <source>“{text}” is no choice of this scene; write NAME=VALUE with one of {names}.</source>
   <translation>“{text}”不是这个场景的选项；请写成“名称=值”，名称为 {names} 之一。</translation>
  </message>
  <message>
   <source>“{word}” divides by zero.</source>
   <translation>“{word}”除以了零。</translation>
  </message>
  <message>
   <source>“{word}” is larger than any 32-bit number (3.4e38).</source>
   <translation>“{word}”超过了 32 位浮点数的最大值（3.4e38）。</translation>
  </message>
  <message>
   <source>“{word}” is not a finite number.</source>
   <translation>“{word}”不是有限数。</translation>
  </message>
  <message>
   <source>“{word}” is not a number.</source>
   <translation>“{word}”不是数。</translation>
  </message>
 </context>
 <context>
  <name>convviz/core/fast/crew.py</name>
  <message>
   <source>fast path</source>
   <translation>快速算法</translation>
  </message>
 </context>
 <context>
  <name>convviz/core/fast/dft.py</name>
  <message>
   <source>OpenCV filter2D, by DFT</source>
   <translation>OpenCV filter2D，经由 DFT</translation>
  </message>
  <message>
   <source>{kh}×{kw}, {n} taps that are not 0: the Fourier transform of OpenCV's filter2D</source>
   <translation>{kh}×{kw}，{n} 个不为 0 的抽头：OpenCV filter2D 的傅里叶变换</translation>
  </message>
 </context>
 <context>
  <name>convviz/core/fast/filter2d.py</name>
  <message>
   <source>OpenCV filter2D</source>
   <translation>OpenCV filter2D</translation>
  </message>
  <message>
   <source>{kh}×{kw} at stride 1: OpenCV's filter2D on {n} pairs of an input and an output channel</source>
   <translation>{kh}×{kw}，步幅 1：对 {n} 对输入与输出通道用 OpenCV 的 filter2D</translation>
  </message>
  <message>
   <source>{kh}×{kw} at stride 1: one call of OpenCV's filter2D</source>
   <translation>{kh}×{kw}，步幅 1：调用一次 OpenCV 的 filter2D</translation>
  </message>
 </context>
 <context>
  <name>convviz/core/fast/gemm.py</name>
  <message>
   <source>im2col + GEMM</source>
   <translation>im2col + GEMM</translation>
  </message>
  <message>
   <source>{ins} channels to {outs}: windows of {taps} numbers as columns, times a matrix of {rows} × {taps}</source>
   <translation>{ins} 个通道到 {outs} 个：每个窗口 {taps} 个数排成列，乘以 {rows} × {taps} 的矩阵</translation>
  </message>
 </context>
 <context>
  <name>convviz/core/fast/mix.py</name>
  <message>
   <source>1×1 on {ins} channels: every pixel times a matrix of {outs} × {ins}</source>
   <translation>{ins} 个通道上的 1×1：每个像素乘以 {outs} × {ins} 的矩阵</translation>
  </message>
  <message>
   <source>channel mix</source>
   <translation>通道混合</translation>
  </message>
 </context>
 <context>
  <name>convviz/core/fast/parts.py</name>
  <message>
   <source>OpenCV filter2D, in parts</source>
   <translation>OpenCV filter2D，分块计算</translation>
  </message>
  <message>
   <source>{kh}×{kw}, {n} taps that are not 0: OpenCV's filter2D with up to {most} of them at a time</source>
   <translation>{kh}×{kw}，{n} 个不为 0 的抽头：每次最多取其中 {most} 个，用 OpenCV 的 filter2D</translation>
  </message>
 </context>
 <context>
  <name>convviz/core/fast/phases.py</name>
  <message>
   <source>OpenCV filter2D, by phases</source>
   <translation>OpenCV filter2D，分相进行</translation>
  </message>
  <message>
   <source>{kh}×{kw} at dilation {dilation}: {n} phases of OpenCV's filter2D</source>
   <translation>{kh}×{kw}，膨胀率 {dilation}：OpenCV filter2D 分 {n} 相</translation>
  </message>
 </context>
 <context>
  <name>convviz/core/fast/rows.py</name>
  <message>
   <source>OpenCV filter2D, every s-th row</source>
   <translation>OpenCV filter2D，每 s 行取一</translation>
  </message>
  <message>
   <source>{kh}×{kw} at stride {stride}: OpenCV's filter2D on {n} of {all} phases of the rows; 1 in {kept} of its sums is kept</source>
   <translation>{kh}×{kw}，步幅 {stride}：对各行 {all} 相中的 {n} 相用 OpenCV 的 filter2D；所得之和每 {kept} 个留一个</translation>
  </message>
 </context>
 <context>
  <name>convviz/core/fast/scale.py</name>
  <message>
   <source>A kernel of zeros: nothing is read</source>
   <translation>全零的卷积核：什么也不用读</translation>
  </message>
  <message>
   <source>One tap of weight 1: the input is copied</source>
   <translation>只有一个权重为 1 的抽头：复制输入</translation>
  </message>
  <message>
   <source>One tap that is not 0: the input is scaled, in one pass</source>
   <translation>只有一个不为 0 的抽头：一遍缩放输入</translation>
  </message>
  <message>
   <source>input × weight</source>
   <translation>输入 × 权重</translation>
  </message>
 </context>
 <context>
  <name>convviz/core/fast/separable.py</name>
  <message>
   <source>OpenCV sepFilter2D</source>
   <translation>OpenCV sepFilter2D</translation>
  </message>
  <message>
   <source>{kh}×{kw} of rank 1: a row and a column, {few} products in place of {many}, by OpenCV's sepFilter2D</source>
   <translation>{kh}×{kw}，秩 1：一行和一列，只需 {few} 次乘积而不是 {many} 次，用 OpenCV 的 sepFilter2D</translation>
  </message>
 </context>
 <context>
  <name>convviz/core/fast/shifted.py</name>
  <message>
   <source>OpenCV scaleAdd, tap by tap</source>
   <translation>OpenCV scaleAdd，逐个抽头累加</translation>
  </message>
  <message>
   <source>{kh}×{kw} with {n} taps that are not 0: added one by one, by OpenCV's scaleAdd</source>
   <translation>{kh}×{kw}，有 {n} 个不为 0 的抽头：用 OpenCV 的 scaleAdd 逐个相加</translation>
  </message>
 </context>
 <context>
  <name>convviz/core/fast/strided.py</name>
  <message>
   <source>OpenCV filter2D, every s-th cell</source>
   <translation>OpenCV filter2D，每 s 格取一</translation>
  </message>
  <message>
   <source>{kh}×{kw} at stride {stride}: OpenCV's filter2D on {n} of {all} phases of the input</source>
   <translation>{kh}×{kw}，步幅 {stride}：对输入 {all} 相中的 {n} 相用 OpenCV 的 filter2D</translation>
  </message>
 </context>
 <context>
  <name>convviz/core/fast/stuffed.py</name>
  <message>
   <source>OpenCV filter2D, gaps filled</source>
   <translation>OpenCV filter2D，以零填空</translation>
  </message>
  <message>
   <source>{kh}×{kw} with gaps of zeros, {tall}×{wide}: one call of OpenCV's filter2D</source>
   <translation>{kh}×{kw} 以零填空成 {tall}×{wide}：调用一次 OpenCV 的 filter2D</translation>
  </message>
 </context>
 <context>
  <name>convviz/core/images.py</name>
  <message>
   <source>pixels</source>
   <translation>像素</translation>
  </message>
 </context>
 <context>
  <name>convviz/core/kernel_gradients.py</name>
  <message>
   <source>Definition: the central difference (f(x + 1) − f(x − 1)) / 2</source>
   <translation>定义：中心差分 (f(x + 1) − f(x − 1)) / 2</translation>
  </message>
  <message>
   <source>Definition: the central difference (f(y + 1) − f(y − 1)) / 2</source>
   <translation>定义：中心差分 (f(y + 1) − f(y − 1)) / 2</translation>
  </message>
  <message>
   <source>Definition: the forward difference f(x + 1) − f(x)</source>
   <translation>定义：前向差分 f(x + 1) − f(x)</translation>
  </message>
  <message>
   <source>Definition: the forward difference f(y + 1) − f(y)</source>
   <translation>定义：前向差分 f(y + 1) − f(y)</translation>
  </message>
  <message>
   <source>Difference x</source>
   <translation>差分 x</translation>
  </message>
  <message>
   <source>Difference y</source>
   <translation>差分 y</translation>
  </message>
  <message>
   <source>Finds broad level edges and is less upset by noise than the 3×3 Sobel.</source>
   <translation>检测较宽的水平边缘，比 3×3 Sobel 更不怕噪声。</translation>
  </message>
  <message>
   <source>Finds broad upright edges and is less upset by noise than the 3×3 Sobel.</source>
   <translation>检测较宽的竖直边缘，比 3×3 Sobel 更不怕噪声。</translation>
  </message>
  <message>
   <source>Finds edges by one subtraction along a diagonal: a pixel minus its lower right neighbour.</source>
   <translation>沿对角线只做一次减法来检测边缘：像素减去右下方的邻居。</translation>
  </message>
  <message>
   <source>Finds edges by one subtraction along a diagonal: upper right pixel minus lower left pixel.</source>
   <translation>沿对角线只做一次减法来检测边缘：右上像素减去左下像素。</translation>
  </message>
  <message>
   <source>Finds level edges like Sobel, but measures a slanted edge more truly.</source>
   <translation>像 Sobel 一样检测水平边缘，但对斜边的测量更准确。</translation>
  </message>
  <message>
   <source>Finds level edges: positive where it gets brighter downwards, negative where it gets darker.</source>
   <translation>检测水平边缘：向下变亮处为正，变暗处为负。</translation>
  </message>
  <message>
   <source>Finds level edges: the three pixels below minus the three above.</source>
   <translation>检测水平边缘：下方三个像素减去上方三个。</translation>
  </message>
  <message>
   <source>Finds the thinnest level edges: each pixel is subtracted from the one below it.</source>
   <translation>检测最细的水平边缘：用下方像素减去该像素。</translation>
  </message>
  <message>
   <source>Finds the thinnest upright edges: each pixel is subtracted from its right neighbour.</source>
   <translation>检测最细的竖直边缘：用右侧像素减去该像素。</translation>
  </message>
  <message>
   <source>Finds upright edges like Sobel, but measures a slanted edge more truly.</source>
   <translation>像 Sobel 一样检测竖直边缘，但对斜边的测量更准确。</translation>
  </message>
  <message>
   <source>Finds upright edges: positive where it gets brighter to the right, negative where it gets darker.</source>
   <translation>检测竖直边缘：向右变亮处为正，变暗处为负。</translation>
  </message>
  <message>
   <source>Finds upright edges: the three pixels on the right minus the three on the left.</source>
   <translation>检测竖直边缘：右侧三个像素减去左侧三个。</translation>
  </message>
  <message>
   <source>Forward difference x</source>
   <translation>前向差分 x</translation>
  </message>
  <message>
   <source>Forward difference y</source>
   <translation>前向差分 y</translation>
  </message>
  <message>
   <source>Gradient</source>
   <translation>梯度</translation>
  </message>
  <message>
   <source>H. Scharr, "Optimale Operatoren in der Digitalen Bildverarbeitung", thesis, Heidelberg, 2000</source>
   <translation>H. Scharr, "Optimale Operatoren in der Digitalen Bildverarbeitung", thesis, Heidelberg, 2000</translation>
  </message>
  <message>
   <source>I. Sobel &amp; G. Feldman, "A 3×3 Isotropic Gradient Operator for Image Processing", 1968</source>
   <translation>I. Sobel &amp; G. Feldman, "A 3×3 Isotropic Gradient Operator for Image Processing", 1968</translation>
  </message>
  <message>
   <source>J. M. S. Prewitt, "Object Enhancement and Extraction", 1970</source>
   <translation>J. M. S. Prewitt, "Object Enhancement and Extraction", 1970</translation>
  </message>
  <message>
   <source>L. G. Roberts, "Machine Perception of Three-Dimensional Solids", thesis, MIT, 1963</source>
   <translation>L. G. Roberts, "Machine Perception of Three-Dimensional Solids", thesis, MIT, 1963</translation>
  </message>
  <message>
   <source>Measures the slope along a row: how fast it gets brighter to the right, showing upright edges.</source>
   <translation>测量沿行的斜率：向右变亮得有多快，显出竖直边缘。</translation>
  </message>
  <message>
   <source>Measures the slope down a column: how fast it gets brighter downwards, showing level edges.</source>
   <translation>测量沿列的斜率：向下变亮得有多快，显出水平边缘。</translation>
  </message>
  <message>
   <source>OpenCV, getDerivKernels(0, 1, 5)</source>
   <translation>OpenCV, getDerivKernels(0, 1, 5)</translation>
  </message>
  <message>
   <source>OpenCV, getDerivKernels(1, 0, 5)</source>
   <translation>OpenCV, getDerivKernels(1, 0, 5)</translation>
  </message>
 </context>
 <context>
  <name>convviz/core/kernel_sets.py</name>
  <message>
   <source>Frei-Chen basis</source>
   <translation>Frei-Chen 基</translation>
  </message>
  <message>
   <source>G. S. Robinson, "Edge Detection by Compass Gradient Masks", CGIP 6(5), 1977</source>
   <translation>G. S. Robinson, "Edge Detection by Compass Gradient Masks", CGIP 6(5), 1977</translation>
  </message>
  <message>
   <source>Kirsch compass</source>
   <translation>Kirsch 罗盘算子</translation>
  </message>
  <message>
   <source>Measures an upright cross against the corners.</source>
   <translation>把正十字与四个角相比较。</translation>
  </message>
  <message>
   <source>Measures brightness: three times the average of nine pixels.</source>
   <translation>测量亮度：九个像素平均值的三倍。</translation>
  </message>
  <message>
   <source>Measures edges between a left and a right.</source>
   <translation>测量左右之间的边缘。</translation>
  </message>
  <message>
   <source>Measures edges between a top and a bottom.</source>
   <translation>测量上下之间的边缘。</translation>
  </message>
  <message>
   <source>Measures lines: rising ones against falling ones.</source>
   <translation>测量线条：上升的线与下降的线相比较。</translation>
  </message>
  <message>
   <source>Measures lines: upright ones against level ones.</source>
   <translation>测量线条：竖线与横线相比较。</translation>
  </message>
  <message>
   <source>Measures ripples towards the top left.</source>
   <translation>测量朝向左上的波纹。</translation>
  </message>
  <message>
   <source>Measures ripples towards the top right.</source>
   <translation>测量朝向右上的波纹。</translation>
  </message>
  <message>
   <source>Measures the middle and the corners against the sides.</source>
   <translation>把中心和四个角与四条边相比较。</translation>
  </message>
  <message>
   <source>R. Kirsch, "Computer Determination of the Constituent Structure of Biological Images", 1971</source>
   <translation>R. Kirsch, "Computer Determination of the Constituent Structure of Biological Images", 1971</translation>
  </message>
  <message>
   <source>Robinson compass</source>
   <translation>Robinson 罗盘算子</translation>
  </message>
  <message>
   <source>W. Frei &amp; C.-C. Chen, "Fast Boundary Detection", IEEE Trans. Computers C-26(10), 1977</source>
   <translation>W. Frei &amp; C.-C. Chen, "Fast Boundary Detection", IEEE Trans. Computers C-26(10), 1977</translation>
  </message>
 </context>
 <context>
  <name>convviz/core/kernels.py</name>
  <message>
   <source>Angle θ</source>
   <translation>角度 θ</translation>
  </message>
  <message>
   <source>Aspect γ</source>
   <translation>长宽比 γ</translation>
  </message>
  <message>
   <source>Binomial coefficients 1 2 1, the shortest whole-number Gaussian</source>
   <translation>二项式系数 1 2 1，最短的整数高斯核</translation>
  </message>
  <message>
   <source>Blurs a little and then finds spots and edges; the middle is positive, so bright spots stay bright.</source>
   <translation>先稍作模糊，再检测斑点和边缘；中心为正，所以亮斑仍是亮的。</translation>
  </message>
  <message>
   <source>Blurs and then takes the Laplacian: edges lie where the result changes its sign.</source>
   <translation>先模糊再求拉普拉斯：结果变号的地方就是边缘。</translation>
  </message>
  <message>
   <source>Blurs as much as you like: a larger σ spreads every pixel over a wider disc.</source>
   <translation>模糊程度随意调节：σ 越大，每个像素散布的圆盘越宽。</translation>
  </message>
  <message>
   <source>Blurs more: every pixel becomes the average of a 5×5 square.</source>
   <translation>模糊得更多：每个像素变成 5×5 方块的平均值。</translation>
  </message>
  <message>
   <source>Blurs smoothly, with less blockiness than a box of the same size.</source>
   <translation>平滑地模糊，比同样大小的方框块状感更少。</translation>
  </message>
  <message>
   <source>Blurs softly: near pixels count more than far ones.</source>
   <translation>柔和地模糊：近处像素比远处像素分量更重。</translation>
  </message>
  <message>
   <source>Blurs: every pixel becomes the average of itself and its eight neighbours.</source>
   <translation>模糊：每个像素变成自己与八个邻居的平均值。</translation>
  </message>
  <message>
   <source>Boost A</source>
   <translation>增强系数 A</translation>
  </message>
  <message>
   <source>Box 3×3</source>
   <translation>方框 3×3</translation>
  </message>
  <message>
   <source>Box 5×5</source>
   <translation>方框 5×5</translation>
  </message>
  <message>
   <source>Common in image editors; no first publication is known</source>
   <translation>图像编辑软件中常见，最早出处不详</translation>
  </message>
  <message>
   <source>Corner</source>
   <translation>角点</translation>
  </message>
  <message>
   <source>Cross derivative</source>
   <translation>交叉导数</translation>
  </message>
  <message>
   <source>D. Marr &amp; E. Hildreth, "Theory of Edge Detection", Proc. R. Soc. Lond. B 207, 1980</source>
   <translation>D. Marr &amp; E. Hildreth, "Theory of Edge Detection", Proc. R. Soc. Lond. B 207, 1980</translation>
  </message>
  <message>
   <source>Definition: exp(−(x² + y²) / 2σ²), sampled and divided by its sum</source>
   <translation>定义：对 exp(−(x² + y²) / 2σ²) 采样，再除以其和</translation>
  </message>
  <message>
   <source>Definition: the unit impulse, or the unit impulse moved by one cell</source>
   <translation>定义：单位脉冲，或移动一格的单位脉冲</translation>
  </message>
  <message>
   <source>Definition: twice the picture minus its 5×5 binomial blur</source>
   <translation>定义：图像的两倍减去它的 5×5 二项式模糊</translation>
  </message>
  <message>
   <source>Emboss</source>
   <translation>浮雕</translation>
  </message>
  <message>
   <source>Finds corners and single dots, and stays silent on straight upright and level edges.</source>
   <translation>检测角点和孤立的点，对竖直和水平的直边没有响应。</translation>
  </message>
  <message>
   <source>Finds corners: large where the picture changes along x and along y together.</source>
   <translation>检测角点：图像沿 x 和沿 y 同时变化处响应大。</translation>
  </message>
  <message>
   <source>Finds edges in every direction, diagonals too: eight neighbours minus eight times the middle.</source>
   <translation>检测各个方向的边缘，包括对角线：八个邻居之和减去中心的八倍。</translation>
  </message>
  <message>
   <source>Finds edges in every direction: four neighbours minus four times the middle.</source>
   <translation>检测各个方向的边缘：四个邻居之和减去中心的四倍。</translation>
  </message>
  <message>
   <source>Finds fine level stripes, four pixels from one to the next.</source>
   <translation>检测细密的水平条纹，周期为四个像素。</translation>
  </message>
  <message>
   <source>Finds fine stripes that fall from the top left, four pixels from one to the next.</source>
   <translation>检测从左上向下倾斜的细密条纹，周期为四个像素。</translation>
  </message>
  <message>
   <source>Finds fine stripes that rise to the top right, four pixels from one to the next.</source>
   <translation>检测向右上升起的细密条纹，周期为四个像素。</translation>
  </message>
  <message>
   <source>Finds fine upright stripes, four pixels from one to the next.</source>
   <translation>检测细密的竖直条纹，周期为四个像素。</translation>
  </message>
  <message>
   <source>Finds single bright dots and draws outlines: the middle against all its neighbours.</source>
   <translation>检测孤立的亮点并勾出轮廓：中心与所有邻居相比较。</translation>
  </message>
  <message>
   <source>Finds stripes of one direction and one width, much as cells in our visual cortex do.</source>
   <translation>检测某一方向、某一宽度的条纹，与人的视皮层细胞很相像。</translation>
  </message>
  <message>
   <source>Finds thin bright lines that fall from the top left.</source>
   <translation>检测从左上向下倾斜的细亮线。</translation>
  </message>
  <message>
   <source>Finds thin bright lines that rise to the top right.</source>
   <translation>检测向右上升起的细亮线。</translation>
  </message>
  <message>
   <source>Finds thin level lines that are brighter than what lies above and below.</source>
   <translation>检测比上下方都亮的细横线。</translation>
  </message>
  <message>
   <source>Finds thin upright lines that are brighter than what lies left and right.</source>
   <translation>检测比左右方都亮的细竖线。</translation>
  </message>
  <message>
   <source>Gaussian</source>
   <translation>高斯</translation>
  </message>
  <message>
   <source>Gaussian 3×3</source>
   <translation>高斯 3×3</translation>
  </message>
  <message>
   <source>Gaussian 5×5</source>
   <translation>高斯 5×5</translation>
  </message>
  <message>
   <source>Gonzalez &amp; Woods, Digital Image Processing, 2nd ed., §3.7</source>
   <translation>Gonzalez &amp; Woods, Digital Image Processing, 2nd ed., §3.7</translation>
  </message>
  <message>
   <source>High-boost</source>
   <translation>高提升滤波</translation>
  </message>
  <message>
   <source>Identity</source>
   <translation>恒等</translation>
  </message>
  <message>
   <source>Identity and shifts</source>
   <translation>恒等与平移</translation>
  </message>
  <message>
   <source>J. G. Daugman, "Uncertainty relation for resolution in space …", J. Opt. Soc. Am. A 2(7), 1985</source>
   <translation>J. G. Daugman, "Uncertainty relation for resolution in space …", J. Opt. Soc. Am. A 2(7), 1985</translation>
  </message>
  <message>
   <source>J. Immerkær, "Fast Noise Variance Estimation", CVIU 64(2), 1996</source>
   <translation>J. Immerkær, "Fast Noise Variance Estimation", CVIU 64(2), 1996</translation>
  </message>
  <message>
   <source>Kernel</source>
   <translation>卷积核</translation>
  </message>
  <message>
   <source>Laplacian</source>
   <translation>拉普拉斯</translation>
  </message>
  <message>
   <source>Laplacian 8</source>
   <translation>拉普拉斯 8</translation>
  </message>
  <message>
   <source>Leaves the picture as it is: the only live weight is the 1 in the middle.</source>
   <translation>图像保持原样：唯一起作用的权重是中心的 1。</translation>
  </message>
  <message>
   <source>Length</source>
   <translation>长度</translation>
  </message>
  <message>
   <source>Line 0°</source>
   <translation>线检测 0°</translation>
  </message>
  <message>
   <source>Line 135°</source>
   <translation>线检测 135°</translation>
  </message>
  <message>
   <source>Line 45°</source>
   <translation>线检测 45°</translation>
  </message>
  <message>
   <source>Line 90°</source>
   <translation>线检测 90°</translation>
  </message>
  <message>
   <source>Lines and corners</source>
   <translation>线与角点</translation>
  </message>
  <message>
   <source>MATLAB, fspecial("motion"): weight 1 − distance from the path</source>
   <translation>MATLAB, fspecial("motion")：权重为 1 − 到路径的距离</translation>
  </message>
  <message>
   <source>Motion blur</source>
   <translation>运动模糊</translation>
  </message>
  <message>
   <source>Moves the picture one pixel down: every output cell reads the neighbour above it.</source>
   <translation>把图像下移一个像素：每个输出格读取上方的邻居。</translation>
  </message>
  <message>
   <source>Moves the picture one pixel to the left: every output cell reads its right neighbour.</source>
   <translation>把图像左移一个像素：每个输出格读取右侧的邻居。</translation>
  </message>
  <message>
   <source>Moves the picture one pixel to the right: every output cell reads its left neighbour.</source>
   <translation>把图像右移一个像素：每个输出格读取左侧的邻居。</translation>
  </message>
  <message>
   <source>Moves the picture one pixel up: every output cell reads the neighbour below it.</source>
   <translation>把图像上移一个像素：每个输出格读取下方的邻居。</translation>
  </message>
  <message>
   <source>P. Beaudet, "Rotationally Invariant Image Operators", ICPR, 1978: ∂²/∂x∂y</source>
   <translation>P. Beaudet, "Rotationally Invariant Image Operators", ICPR, 1978: ∂²/∂x∂y</translation>
  </message>
  <message>
   <source>P. Burt &amp; E. Adelson, "The Laplacian Pyramid as a Compact Image Code", 1983, with a = 3/8</source>
   <translation>P. Burt &amp; E. Adelson, "The Laplacian Pyramid as a Compact Image Code", 1983，取 a = 3/8</translation>
  </message>
  <message>
   <source>Phase ψ</source>
   <translation>相位 ψ</translation>
  </message>
  <message>
   <source>Point</source>
   <translation>点检测</translation>
  </message>
  <message>
   <source>Ratio of widths</source>
   <translation>宽度比</translation>
  </message>
  <message>
   <source>Rows</source>
   <translation>行</translation>
  </message>
  <message>
   <source>Sharpen</source>
   <translation>锐化</translation>
  </message>
  <message>
   <source>Sharpen 8</source>
   <translation>锐化 8</translation>
  </message>
  <message>
   <source>Sharpening and relief</source>
   <translation>锐化与浮雕</translation>
  </message>
  <message>
   <source>Sharpens and brightens: A times the picture, with its edges added.</source>
   <translation>锐化并提亮：图像的 A 倍，再加上它的边缘。</translation>
  </message>
  <message>
   <source>Sharpens gently: what a blur takes away is added once more.</source>
   <translation>温和地锐化：模糊去掉的部分再加回一次。</translation>
  </message>
  <message>
   <source>Sharpens strongly, along the diagonals too, and makes noise stronger with it.</source>
   <translation>强烈地锐化，对角线方向也锐化，噪声随之增强。</translation>
  </message>
  <message>
   <source>Sharpens: the picture minus its Laplacian makes every edge steeper.</source>
   <translation>锐化：图像减去自己的拉普拉斯，使每条边缘更陡。</translation>
  </message>
  <message>
   <source>Shift down</source>
   <translation>下移</translation>
  </message>
  <message>
   <source>Shift left</source>
   <translation>左移</translation>
  </message>
  <message>
   <source>Shift right</source>
   <translation>右移</translation>
  </message>
  <message>
   <source>Shift up</source>
   <translation>上移</translation>
  </message>
  <message>
   <source>Smears the picture along a line, as when the camera moves while it looks.</source>
   <translation>沿一条线抹开图像，就像曝光时相机在移动。</translation>
  </message>
  <message>
   <source>Smoothing</source>
   <translation>平滑</translation>
  </message>
  <message>
   <source>Subtracts a wide blur from a narrow one: spots and edges of one size remain.</source>
   <translation>窄的模糊减去宽的模糊：留下某一大小的斑点和边缘。</translation>
  </message>
  <message>
   <source>Turns the picture into a relief lit from the top left.</source>
   <translation>把图像变成从左上方照亮的浮雕。</translation>
  </message>
  <message>
   <source>Unsharp mask 5×5</source>
   <translation>反锐化掩模 5×5</translation>
  </message>
  <message>
   <source>Wavelength λ</source>
   <translation>波长 λ</translation>
  </message>
  <message>
   <source>Width σ</source>
   <translation>宽度 σ</translation>
  </message>
 </context>
 <context>
  <name>convviz/core/layer_sizes.py</name>
  <message>
   <source>Average pooling</source>
   <translation>平均池化</translation>
  </message>
  <message>
   <source>Convolution</source>
   <translation>卷积</translation>
  </message>
  <message>
   <source>Max pooling</source>
   <translation>最大池化</translation>
  </message>
  <message>
   <source>Max unpooling</source>
   <translation>最大反池化</translation>
  </message>
  <message>
   <source>Transposed convolution</source>
   <translation>转置卷积</translation>
  </message>
  <message>
   <source>Upsampling</source>
   <translation>上采样</translation>
  </message>
 </context>
 <context>
  <name>convviz/core/listings/chain.py</name>
  <message>
   <source>mean</source>
   <translation>平均值</translation>
  </message>
 </context>
 <context>
  <name>convviz/core/listings/im2col.py</name>
  <message>
   <source>columns</source>
   <translation>列</translation>
  </message>
 </context>
 <context>
  <name>convviz/core/listings/resizing.py</name>
  <message>
   <source>bicubic</source>
   <translation>双三次</translation>
  </message>
  <message>
   <source>bilinear</source>
   <translation>双线性</translation>
  </message>
  <message>
   <source>cols</source>
   <translation>列</translation>
  </message>
 </context>
 <context>
  <name>convviz/core/listings/signal.py</name>
  <message>
   <source>convolve</source>
   <translation>卷积</translation>
  </message>
 </context>
 <context>
  <name>convviz/core/operations/dense.py</name>
  <message>
   <source>matrix × input</source>
   <translation>矩阵 × 输入</translation>
  </message>
  <message>
   <source>weights × every window</source>
   <translation>权重 × 每个窗口</translation>
  </message>
 </context>
 <context>
  <name>convviz/core/operations/pool2d.py</name>
  <message>
   <source>rows, then columns</source>
   <translation>先行后列</translation>
  </message>
 </context>
 <context>
  <name>convviz/core/operations/resize2d.py</name>
  <message>
   <source>OpenCV resize</source>
   <translation>OpenCV resize</translation>
  </message>
  <message>
   <source>rows and columns apart</source>
   <translation>行与列分开</translation>
  </message>
 </context>
 <context>
  <name>convviz/core/operations/transposed2d.py</name>
  <message>
   <source>stamps, tap by tap</source>
   <translation>印章，逐个抽头累加</translation>
  </message>
 </context>
 <context>
  <name>convviz/core/reasons.py</name>
  <message>
   <source>Device or resource busy</source>
   <translation>设备或资源正忙</translation>
  </message>
  <message>
   <source>Directory not empty</source>
   <translation>文件夹不是空的</translation>
  </message>
  <message>
   <source>Disk quota exceeded</source>
   <translation>超出磁盘配额</translation>
  </message>
  <message>
   <source>File exists</source>
   <translation>文件已存在</translation>
  </message>
  <message>
   <source>File name too long</source>
   <translation>文件名过长</translation>
  </message>
  <message>
   <source>File too large</source>
   <translation>文件过大</translation>
  </message>
  <message>
   <source>Input/output error</source>
   <translation>输入/输出错误</translation>
  </message>
  <message>
   <source>Invalid argument</source>
   <translation>参数无效</translation>
  </message>
  <message>
   <source>Is a directory</source>
   <translation>是一个文件夹</translation>
  </message>
  <message>
   <source>No space left on device</source>
   <translation>设备上没有剩余空间</translation>
  </message>
  <message>
   <source>No such device or address</source>
   <translation>没有这个设备或地址</translation>
  </message>
  <message>
   <source>No such file or directory</source>
   <translation>没有这个文件或文件夹</translation>
  </message>
  <message>
   <source>Not a directory</source>
   <translation>不是文件夹</translation>
  </message>
  <message>
   <source>Operation not permitted</source>
   <translation>不允许这样操作</translation>
  </message>
  <message>
   <source>Permission denied</source>
   <translation>权限不足</translation>
  </message>
  <message>
   <source>Read-only file system</source>
   <translation>文件系统是只读的</translation>
  </message>
  <message>
   <source>Text file busy</source>
   <translation>文件正在使用</translation>
  </message>
  <message>
   <source>Too many levels of symbolic links</source>
   <translation>符号链接层数过多</translation>
  </message>
  <message>
   <source>Too many open files</source>
   <translation>打开的文件过多</translation>
  </message>
 </context>
 <context>
  <name>convviz/core/samples.py</name>
  <message>
   <source>A ball bounces before a wall that stands still: what differs from frame to frame is motion.</source>
   <translation>小球在静止的墙前弹跳：帧与帧之间的差异就是运动。</translation>
  </message>
  <message>
   <source>An edge in every direction at once.</source>
   <translation>同时具有各个方向的边缘。</translation>
  </message>
  <message>
   <source>Astronaut</source>
   <translation>宇航员</translation>
  </message>
  <message>
   <source>Ball, a clip</source>
   <translation>弹跳的小球（影像片段）</translation>
  </message>
  <message>
   <source>Bars</source>
   <translation>条带</translation>
  </message>
  <message>
   <source>Brick wall</source>
   <translation>砖墙</translation>
  </message>
  <message>
   <source>CC0Textures; CC0.</source>
   <translation>CC0Textures；CC0。</translation>
  </message>
  <message>
   <source>Camera</source>
   <translation>相机</translation>
  </message>
  <message>
   <source>Canvas</source>
   <translation>画布</translation>
  </message>
  <message>
   <source>Cell</source>
   <translation>细胞</translation>
  </message>
  <message>
   <source>Checkerboard</source>
   <translation>棋盘格</translation>
  </message>
  <message>
   <source>Chelsea the cat</source>
   <translation>小猫 Chelsea</translation>
  </message>
  <message>
   <source>Clock, blurred by motion</source>
   <translation>时钟（运动模糊）</translation>
  </message>
  <message>
   <source>Coffee</source>
   <translation>咖啡</translation>
  </message>
  <message>
   <source>Dark meets bright: what derivatives answer to.</source>
   <translation>明暗相接：导数所响应的地方。</translation>
  </message>
  <message>
   <source>Disc</source>
   <translation>圆盘</translation>
  </message>
  <message>
   <source>Edges and corners.</source>
   <translation>边缘与角点。</translation>
  </message>
  <message>
   <source>Every frequency alike; the same at every start.</source>
   <translation>各种频率同样多；每次启动都相同。</translation>
  </message>
  <message>
   <source>Every frequency: smoothing erases rings.</source>
   <translation>包含所有频率：平滑会抹掉圆环。</translation>
  </message>
  <message>
   <source>Grass</source>
   <translation>草地</translation>
  </message>
  <message>
   <source>Gravel</source>
   <translation>碎石</translation>
  </message>
  <message>
   <source>Grows by one a pixel: its slope is the same everywhere.</source>
   <translation>每个像素增加 1：斜率处处相同。</translation>
  </message>
  <message>
   <source>Head, a volume</source>
   <translation>头部（体数据）</translation>
  </message>
  <message>
   <source>Hubble eXtreme Deep Field</source>
   <translation>哈勃极端深场</translation>
  </message>
  <message>
   <source>Impulse</source>
   <translation>单位脉冲</translation>
  </message>
  <message>
   <source>Lav Varshney; CC0.</source>
   <translation>Lav Varshney；CC0。</translation>
  </message>
  <message>
   <source>Mikael Häggström; CC0.</source>
   <translation>Mikael Häggström；CC0。</translation>
  </message>
  <message>
   <source>NASA; in the public domain.</source>
   <translation>NASA；公有领域。</translation>
  </message>
  <message>
   <source>NASA; released into the public domain.</source>
   <translation>NASA；已放入公有领域。</translation>
  </message>
  <message>
   <source>Noise</source>
   <translation>噪声</translation>
  </message>
  <message>
   <source>One white pixel: convolved, it shows the kernel itself.</source>
   <translation>一个白色像素：卷积后显出卷积核本身。</translation>
  </message>
  <message>
   <source>Paul Müller and others; CC0.</source>
   <translation>Paul Müller 等；CC0。</translation>
  </message>
  <message>
   <source>Rachel Michetti; CC0.</source>
   <translation>Rachel Michetti；CC0。</translation>
  </message>
  <message>
   <source>Retina</source>
   <translation>视网膜</translation>
  </message>
  <message>
   <source>Rocket</source>
   <translation>火箭</translation>
  </message>
  <message>
   <source>Slices through the Shepp–Logan phantom of a head.</source>
   <translation>Shepp–Logan 头部体模的切片。</translation>
  </message>
  <message>
   <source>SpaceX; released in the public domain.</source>
   <translation>SpaceX；已放入公有领域。</translation>
  </message>
  <message>
   <source>Stefan van der Walt; CC0.</source>
   <translation>Stefan van der Walt；CC0。</translation>
  </message>
  <message>
   <source>Stefan van der Walt; in the public domain.</source>
   <translation>Stefan van der Walt；公有领域。</translation>
  </message>
  <message>
   <source>Step edge</source>
   <translation>阶跃边缘</translation>
  </message>
  <message>
   <source>Stripes from 1 to 16 pixels thick, upright and lying.</source>
   <translation>1 到 16 个像素粗的条纹，有竖有横。</translation>
  </message>
  <message>
   <source>Zone plate</source>
   <translation>波带片</translation>
  </message>
  <message>
   <source>linolafett; CC0.</source>
   <translation>linolafett；CC0。</translation>
  </message>
 </context>
 <context>
  <name>convviz/core/saving.py</name>
  <message>
   <source>it cannot be encoded as {ending}</source>
   <translation>无法编码为 {ending}</translation>
  </message>
  <message>
   <source>it has a zero character in it</source>
   <translation>其中有零字符</translation>
  </message>
 </context>
 <context>
  <name>convviz/core/solve_sizes.py</name>
  <message>
   <source>pool</source>
   <translation>池化</translation>
  </message>
 </context>
 <context>
  <name>convviz/core/stack_presets.py</name>
  <message>
   <source>Context module</source>
   <translation>上下文模块</translation>
  </message>
 </context>
 <context>
  <name>convviz/export/__init__.py</name>
  <message>
   <source>APNG animation</source>
   <translation>APNG 动画</translation>
  </message>
  <message>
   <source>Folder of PNG pictures</source>
   <translation>PNG 图片文件夹</translation>
  </message>
  <message>
   <source>GIF animation</source>
   <translation>GIF 动画</translation>
  </message>
  <message>
   <source>MP4 film (H.264)</source>
   <translation>MP4 影片（H.264）</translation>
  </message>
  <message>
   <source>PDF page</source>
   <translation>PDF 页面</translation>
  </message>
  <message>
   <source>PNG picture</source>
   <translation>PNG 图片</translation>
  </message>
  <message>
   <source>SVG drawing</source>
   <translation>SVG 矢量图</translation>
  </message>
  <message>
   <source>WebP animation</source>
   <translation>WebP 动画</translation>
  </message>
 </context>
 <context>
  <name>convviz/export/handout.py</name>
  <message>
   <source>Answers</source>
   <translation>答案</translation>
  </message>
  <message>
   <source>It begins at {at}, but the last step is {last}, counted from 0.</source>
   <translation>它从 {at} 开始，而最后一步是 {last}（从 0 数起）。</translation>
  </message>
  <message>
   <source>It is to be watched to step {step}, but the last is {last}, counted from 0.</source>
   <translation>它要观看到第 {step} 步，而最后一步是 {last}（从 0 数起）。</translation>
  </message>
  <message>
   <source>Its {name} is not written in both languages.</source>
   <translation>它的{name}没有写齐两种语言。</translation>
  </message>
 </context>
 <context>
  <name>convviz/export/worksheet.py</name>
  <message>
   <source>1. Fill in the output.</source>
   <translation>1. 填写输出。</translation>
  </message>
  <message>
   <source>2. Write out how these cells are made.</source>
   <translation>2. 写出下面这些格子是怎样得到的。</translation>
  </message>
  <message>
   <source>3. Work out.</source>
   <translation>3. 计算。</translation>
  </message>
  <message>
   <source>Answer key</source>
   <translation>参考答案</translation>
  </message>
  <message>
   <source>Name: {blank}   Date: {blank}</source>
   <translation>姓名：{blank}   日期：{blank}</translation>
  </message>
  <message>
   <source>Numbers that the layer learns, biases included: {answer}</source>
   <translation>这一层要学习的数，包括偏置：{answer}</translation>
  </message>
  <message>
   <source>Products for the whole output: {answer}</source>
   <translation>整个输出的乘积数：{answer}</translation>
  </message>
  <message>
   <source>Products that are added for one output cell: {answer}</source>
   <translation>一个输出格相加的乘积数：{answer}</translation>
  </message>
 </context>
 <context>
  <name>convviz/figure/lettering.py</name>
  <message>
   <source>least</source>
   <translation>最小</translation>
  </message>
 </context>
 <context>
  <name>convviz/i18n.py</name>
  <message>
   <source>6 million 9 billion</source>
   <translation>4 万 8 亿</translation>
  </message>
  <message>
   <source>English</source>
   <translation>简体中文</translation>
  </message>
  <message>
   <source>{one}, {next}</source>
   <translation>{one}、{next}</translation>
  </message>
 </context>
 <context>
  <name>convviz/labs/amounts.py</name>
  <message>
   <source>{n} GB</source>
   <translation>{n} GB</translation>
  </message>
  <message>
   <source>{n} KB</source>
   <translation>{n} KB</translation>
  </message>
  <message>
   <source>{n} MB</source>
   <translation>{n} MB</translation>
  </message>
  <message>
   <source>{n} TB</source>
   <translation>{n} TB</translation>
  </message>
  <message>
   <source>{n} bytes</source>
   <translation>{n} 字节</translation>
  </message>
 </context>
 <context>
  <name>convviz/labs/calculator.py</name>
  <message>
   <source>A convolution takes {least} to {most} cells to {i}; output padding says which comes back.</source>
   <translation>卷积把 {least} 到 {most} 格都变成 {i} 格；由输出填充说明回到哪一个。</translation>
  </message>
  <message>
   <source>Each maximum goes back to where it was found; the other cells are 0.</source>
   <translation>每个最大值放回原来的位置，其余的格子为 0。</translation>
  </message>
  <message>
   <source>Each output cell reads its nearest neighbours in the input.</source>
   <translation>每个输出格读取输入中最近的邻居。</translation>
  </message>
  <message>
   <source>Every cell is read: stride {s} takes the last window to the very end.</source>
   <translation>每一格都被读到：步幅 {s} 使最后一个窗口正好到头。</translation>
  </message>
  <message>
   <source>Every input cell stamps the whole window; neighbours lie s cells apart.</source>
   <translation>每个输入格盖印整个窗口；相邻的印章相隔 s 格。</translation>
  </message>
  <message>
   <source>Never read, at the end: {n} of {padded} cells, padding included. Stride {s} does not divide {room}; these strides do: {fitting}.</source>
   <translation>末尾从未读到：{padded} 格（含填充）中的 {n} 格。步幅 {s} 不能整除 {room}；能整除的步幅有：{fitting}。</translation>
  </message>
  <message>
   <source>Pooling takes {least} to {most} cells to {i}; unpooling makes the fewest unless told its output_size.</source>
   <translation>池化把 {least} 到 {most} 格都变成 {i} 格；反池化不指定 output_size 时取最少的格数。</translation>
  </message>
  <message>
   <source>Rounded up there is one window more, but it would start in the padding: left out.</source>
   <translation>向上取整会多一个窗口，但它从填充中开始，所以舍去。</translation>
  </message>
  <message>
   <source>SAME cuts off {before} before and {after} after, so that {s} times as many cells come out.</source>
   <translation>SAME 在前面截去 {before} 格，在后面截去 {after} 格，于是得到 {s} 倍的格数。</translation>
  </message>
  <message>
   <source>Stride {s} is longer than the window: some cells get nothing.</source>
   <translation>步幅 {s} 比窗口长：有些格子什么也得不到。</translation>
  </message>
  <message>
   <source>The last window hangs over the end by {n}.</source>
   <translation>最后一个窗口伸出末尾 {n} 格。</translation>
  </message>
  <message>
   <source>The size is kept: padding adds the {n} cells that a window spanning {span} takes.</source>
   <translation>大小不变：填充补上了跨 {span} 格的窗口所占去的 {n} 格。</translation>
  </message>
  <message>
   <source>Without enough padding, a window of k taps takes d(k − 1) cells off.</source>
   <translation>填充不足时，k 个抽头的窗口会使大小减少 d(k − 1) 格。</translation>
  </message>
  <message>
   <source>slices</source>
   <translation>切片</translation>
  </message>
  <message>
   <source>{i} × {factor} is no whole number; it is rounded down.</source>
   <translation>{i} × {factor} 不是整数，向下取整。</translation>
  </message>
 </context>
 <context>
  <name>convviz/labs/calculator_answers.py</name>
  <message>
   <source>Both paddings</source>
   <translation>两种填充</translation>
  </message>
  <message>
   <source>Dilation</source>
   <translation>膨胀率</translation>
  </message>
  <message>
   <source>Exact strides</source>
   <translation>整除的步幅</translation>
  </message>
  <message>
   <source>Factor</source>
   <translation>倍数</translation>
  </message>
  <message>
   <source>Input size</source>
   <translation>输入大小</translation>
  </message>
  <message>
   <source>Output padding</source>
   <translation>输出填充</translation>
  </message>
  <message>
   <source>Padding</source>
   <translation>填充</translation>
  </message>
  <message>
   <source>Stride</source>
   <translation>步幅</translation>
  </message>
  <message>
   <source>Strides that take the last window to the very end: no cell is left over there.</source>
   <translation>使最后一个窗口正好到头的步幅：末尾不剩格子。</translation>
  </message>
  <message>
   <source>Which dilations make the output wanted?</source>
   <translation>哪些膨胀率能得到想要的输出？</translation>
  </message>
  <message>
   <source>Which factors make the output wanted?</source>
   <translation>哪些倍数能得到想要的输出？</translation>
  </message>
  <message>
   <source>Which inputs does this layer take to the output wanted?</source>
   <translation>这一层把哪些输入变成想要的输出？</translation>
  </message>
  <message>
   <source>Which output padding makes the output wanted?</source>
   <translation>哪个输出填充能得到想要的输出？</translation>
  </message>
  <message>
   <source>Which padding and output padding make the output wanted together, where neither does alone?</source>
   <translation>单独都不行时，哪些填充与输出填充合起来能得到想要的输出？</translation>
  </message>
  <message>
   <source>Which padding makes the output wanted? One number is for each side.</source>
   <translation>哪个填充能得到想要的输出？一个数表示每一侧。</translation>
  </message>
  <message>
   <source>Which strides make the output wanted?</source>
   <translation>哪些步幅能得到想要的输出？</translation>
  </message>
  <message>
   <source>Which window makes the output wanted? Taps along each axis.</source>
   <translation>哪种窗口能得到想要的输出？每个轴上的抽头数。</translation>
  </message>
  <message>
   <source>Window</source>
   <translation>窗口</translation>
  </message>
  <message>
   <source>padding {padding}, output padding {extra}</source>
   <translation>填充 {padding}，输出填充 {extra}</translation>
  </message>
  <message>
   <source>{least} or more</source>
   <translation>{least} 以上</translation>
  </message>
  <message>
   <source>{least} to below {below}</source>
   <translation>{least} 到小于 {below}</translation>
  </message>
  <message>
   <source>{least} to {most}</source>
   <translation>{least} 到 {most}</translation>
  </message>
 </context>
 <context>
  <name>convviz/labs/chain.py</name>
  <message>
   <source>Layer (convolution to pooling)</source>
   <translation>一层（从卷积到池化）</translation>
  </message>
  <message>
   <source>Pooled block</source>
   <translation>池化块</translation>
  </message>
  <message>
   <source>Pooling</source>
   <translation>池化</translation>
  </message>
  <message>
   <source>Rows and columns of a block, 1 to 8; blocks lie side by side. 1 leaves everything as it is.</source>
   <translation>块的行数和列数，1 到 8；块与块并排相接。1 表示全部保持原样。</translation>
  </message>
  <message>
   <source>What becomes of each block of activated cells: its largest value, or its mean.</source>
   <translation>每块激活后的格子变成什么：最大值，或平均值。</translation>
  </message>
  <message>
   <source>activate</source>
   <translation>激活</translation>
  </message>
  <message>
   <source>average</source>
   <translation>平均</translation>
  </message>
  <message>
   <source>slide</source>
   <translation>滑动</translation>
  </message>
  <message>
   <source>write</source>
   <translation>写入</translation>
  </message>
 </context>
 <context>
  <name>convviz/labs/chain_stage.py</name>
  <message>
   <source>+ bias</source>
   <translation>+ 偏置</translation>
  </message>
  <message>
   <source>+ bias {b}</source>
   <translation>+ 偏置 {b}</translation>
  </message>
  <message>
   <source>0 is white</source>
   <translation>0 为白色</translation>
  </message>
  <message>
   <source>Activated</source>
   <translation>激活后</translation>
  </message>
  <message>
   <source>After {name}</source>
   <translation>经过 {name}</translation>
  </message>
  <message>
   <source>Input</source>
   <translation>输入</translation>
  </message>
  <message>
   <source>Input, {n} channels</source>
   <translation>输入，{n} 个通道</translation>
  </message>
  <message>
   <source>With bias</source>
   <translation>加偏置后</translation>
  </message>
  <message>
   <source>field</source>
   <translation>感受野</translation>
  </message>
  <message>
   <source>signed · 0 is white</source>
   <translation>有符号 · 0 为白色</translation>
  </message>
  <message>
   <source>{name}: {value}</source>
   <translation>{name}：{value}</translation>
  </message>
  <message>
   <source>× kernel</source>
   <translation>× 卷积核</translation>
  </message>
  <message>
   <source>× kernel = {sum}</source>
   <translation>× 卷积核 = {sum}</translation>
  </message>
  <message>
   <source>× kernel ↻180°</source>
   <translation>× 卷积核 ↻180°</translation>
  </message>
 </context>
 <context>
  <name>convviz/labs/chain_words.py</name>
  <message>
   <source>1 product alone, {z}, is the sum at row {row}, column {col}.</source>
   <translation>第 {row} 行第 {col} 列的和就是唯一的乘积 {z}。</translation>
  </message>
  <message>
   <source>All {n} values are 0: nothing of this feature is here, at row {row}, column {col}.</source>
   <translation>全部 {n} 个值都是 0：第 {row} 行第 {col} 列没有这种特征。</translation>
  </message>
  <message>
   <source>Blocks of one cell: {y} is written to row {row}, column {col} as it is.</source>
   <translation>每块一格：{y} 原样写入第 {row} 行第 {col} 列。</translation>
  </message>
  <message>
   <source>Of the {n} sums in its block, bias {b} added, {m} are above 0.</source>
   <translation>块中 {n} 个和加上偏置 {b} 后，有 {m} 个大于 0。</translation>
  </message>
  <message>
   <source>Row {row}, column {col} is padding. Windows on the stage that read it: {n}; output cells that see it: {m}.</source>
   <translation>第 {row} 行第 {col} 列是填充；演示区中有 {n} 个窗口读取它，{m} 个输出格看到它。</translation>
  </message>
  <message>
   <source>Sigmoid squeezes {z} between 0 and 1: {y}, where its curve is all but flat.</source>
   <translation>Sigmoid 把 {z} 压到 0 与 1 之间：{y}，此处曲线几乎是平的。</translation>
  </message>
  <message>
   <source>Sigmoid squeezes {z} between 0 and 1: {y}.</source>
   <translation>Sigmoid 把 {z} 压到 0 与 1 之间：{y}。</translation>
  </message>
  <message>
   <source>The filter's bias is 0: every sum stays as it is, {z} too.</source>
   <translation>这个滤波器的偏置是 0：每个和都保持不变，{z} 也一样。</translation>
  </message>
  <message>
   <source>The filter's bias {b} is added to every sum: here {sum} becomes {z}.</source>
   <translation>滤波器的偏置 {b} 加到每个和上：这里 {sum} 变成 {z}。</translation>
  </message>
  <message>
   <source>The mean of {n} activated values, {y}, is written to row {row}, column {col}.</source>
   <translation>{n} 个激活值的平均值 {y} 写入第 {row} 行第 {col} 列。</translation>
  </message>
  <message>
   <source>The one sum in its block, bias {b} added, is above 0.</source>
   <translation>块中唯一的和加上偏置 {b} 后大于 0。</translation>
  </message>
  <message>
   <source>The one sum in its block, bias {b} added, is not above 0.</source>
   <translation>块中唯一的和加上偏置 {b} 后不大于 0。</translation>
  </message>
  <message>
   <source>The output cell sees {h} × {w} input cells, through one window of {kh} × {kw}.</source>
   <translation>输出格通过一个 {kh} × {kw} 的窗口看到 {h} × {w} 个输入格。</translation>
  </message>
  <message>
   <source>The output cell sees {h} × {w} input cells, through {n} windows of {kh} × {kw}.</source>
   <translation>输出格通过 {n} 个 {kh} × {kw} 的窗口看到 {h} × {w} 个输入格。</translation>
  </message>
  <message>
   <source>The window for row {row}, column {col} hangs over the edge (taps outside: {outside}).</source>
   <translation>第 {row} 行第 {col} 列的窗口有 {outside} 个抽头伸出边缘。</translation>
  </message>
  <message>
   <source>The window for row {row}, column {col} hangs over the edge (taps outside: {outside}); its sum is {z}.</source>
   <translation>第 {row} 行第 {col} 列的窗口有 {outside} 个抽头伸出边缘；它的和是 {z}。</translation>
  </message>
  <message>
   <source>Windows on the stage that read row {row}, column {col}: {n}; output cells that see it after pooling: {m}.</source>
   <translation>演示区中有 {n} 个窗口读取第 {row} 行第 {col} 列；池化后有 {m} 个输出格看到它。</translation>
  </message>
  <message>
   <source>Without an activation {z} goes on as it is: two such layers would be one.</source>
   <translation>没有激活函数，{z} 原样传下去：两个这样的层等于一层。</translation>
  </message>
  <message>
   <source>tanh squeezes {z} between −1 and 1: {y}, where its curve is all but flat.</source>
   <translation>tanh 把 {z} 压到 −1 与 1 之间：{y}，此处曲线几乎是平的。</translation>
  </message>
  <message>
   <source>tanh squeezes {z} between −1 and 1: {y}.</source>
   <translation>tanh 把 {z} 压到 −1 与 1 之间：{y}。</translation>
  </message>
  <message>
   <source>{taps} products add up to {z} at row {row}, column {col}.</source>
   <translation>{taps} 个乘积之和为 {z}，位于第 {row} 行第 {col} 列。</translation>
  </message>
  <message>
   <source>{y} is the largest of {n}: from row {at}, column {along} it alone goes on, to row {row}, column {col}.</source>
   <translation>{y} 是 {n} 个值中最大的：只有它从第 {at} 行第 {along} 列传到第 {row} 行第 {col} 列。</translation>
  </message>
  <message>
   <source>{z} is below 0: ReLU makes it 0, so this edge's other side disappears.</source>
   <translation>{z} 小于 0：ReLU 使它成为 0，这条边缘的另一侧因此消失。</translation>
  </message>
  <message>
   <source>{z} is below 0: ReLU makes it 0; only what agrees with the filter goes on.</source>
   <translation>{z} 小于 0：ReLU 使它成为 0；只有与滤波器相符的才传下去。</translation>
  </message>
  <message>
   <source>{z} is below 0: leaky ReLU leaves {slope} of it, {y}; a trace remains.</source>
   <translation>{z} 小于 0：leaky ReLU 留下它的 {slope} 倍，即 {y}；还留有痕迹。</translation>
  </message>
  <message>
   <source>{z} is not below 0: ReLU lets it through as it is.</source>
   <translation>{z} 不小于 0：ReLU 让它原样通过。</translation>
  </message>
  <message>
   <source>{z} is not below 0: leaky ReLU lets it through as it is.</source>
   <translation>{z} 不小于 0：leaky ReLU 让它原样通过。</translation>
  </message>
 </context>
 <context>
  <name>convviz/labs/connections.py</name>
  <message>
   <source>maps</source>
   <translation>特征图</translation>
  </message>
 </context>
 <context>
  <name>convviz/labs/conv_explain.py</name>
  <message>
   <source> with bias {b}</source>
   <translation>，加偏置 {b}</translation>
  </message>
  <message>
   <source>, through {name}</source>
   <translation>，再经过 {name}</translation>
  </message>
  <message>
   <source>Each of the {taps} values is multiplied by its weight.</source>
   <translation>{taps} 个值各乘以自己的权重。</translation>
  </message>
  <message>
   <source>For row {row}, column {col} the window covers one value.</source>
   <translation>第 {row} 行第 {col} 列的窗口覆盖一个值。</translation>
  </message>
  <message>
   <source>For row {row}, column {col} the window covers {taps} values.</source>
   <translation>第 {row} 行第 {col} 列的窗口覆盖 {taps} 个值。</translation>
  </message>
  <message>
   <source>No window reads row {row}, column {col}: stride, dilation or the size skip it.</source>
   <translation>没有窗口读取第 {row} 行第 {col} 列：步幅、膨胀率或大小跳过了它。</translation>
  </message>
  <message>
   <source>One value times one weight{bias}{activation}{result}.</source>
   <translation>一个值乘以一个权重{bias}{activation}{result}。</translation>
  </message>
  <message>
   <source>Output cells on the stage that read row {row}, column {col}: {n}.</source>
   <translation>演示区中读取第 {row} 行第 {col} 列的输出格：{n} 个。</translation>
  </message>
  <message>
   <source>Row {row}, column {col} is padding, {value}; output cells on the stage that read it: {n}.</source>
   <translation>第 {row} 行第 {col} 列是填充，值为 {value}；演示区中读取它的输出格：{n} 个。</translation>
  </message>
  <message>
   <source>Row {row}, column {col}: {beyond}.</source>
   <translation>第 {row} 行第 {col} 列：{beyond}。</translation>
  </message>
  <message>
   <source>The bias is 0: the sum stays as it is.</source>
   <translation>偏置为 0：和保持不变。</translation>
  </message>
  <message>
   <source>The bias {b} is added to the sum, which then goes through {name}.</source>
   <translation>和加上偏置 {b}，再经过 {name}。</translation>
  </message>
  <message>
   <source>The bias {b} is added to the sum.</source>
   <translation>和加上偏置 {b}。</translation>
  </message>
  <message>
   <source>The padding at row {row}, column {col} copies row {r}, column {c}, off the stage.</source>
   <translation>第 {row} 行第 {col} 列的填充复制演示区外的第 {r} 行第 {c} 列。</translation>
  </message>
  <message>
   <source>The padding at row {row}, column {col} copies the pixel at row {r}, column {c}.</source>
   <translation>第 {row} 行第 {col} 列的填充复制第 {r} 行第 {c} 列的像素。</translation>
  </message>
  <message>
   <source>The sum goes through {name}.</source>
   <translation>和经过 {name}。</translation>
  </message>
  <message>
   <source>The value is multiplied by its weight.</source>
   <translation>这个值乘以它的权重。</translation>
  </message>
  <message>
   <source>The value under the window is lifted.</source>
   <translation>取出窗口下的值。</translation>
  </message>
  <message>
   <source>The window for row {row}, column {col} hangs over the edge: {beyond}.</source>
   <translation>第 {row} 行第 {col} 列的窗口伸出边缘：{beyond}。</translation>
  </message>
  <message>
   <source>The {taps} products are added up, one after the other.</source>
   <translation>把 {taps} 个乘积逐个相加。</translation>
  </message>
  <message>
   <source>The {taps} products cancel: their sum is 0, the kernel sees nothing at row {row}, column {col}.</source>
   <translation>{taps} 个乘积相互抵消：和为 0，卷积核在第 {row} 行第 {col} 列什么也没看到。</translation>
  </message>
  <message>
   <source>The {taps} values under the window are lifted.</source>
   <translation>取出窗口下的 {taps} 个值。</translation>
  </message>
  <message>
   <source>There is one product alone, and nothing to add to it.</source>
   <translation>只有一个乘积，没有别的可加。</translation>
  </message>
  <message>
   <source>Weight {i}, {j} meets the input at row {row}, column {col}: {x} × {w} = {product}.</source>
   <translation>权重 ({i}, {j}) 遇到输入的第 {row} 行第 {col} 列：{x} × {w} = {product}。</translation>
  </message>
  <message>
   <source>add</source>
   <translation>累加</translation>
  </message>
  <message>
   <source>in each channel {outside} of its {of} taps {padding}</source>
   <translation>每个通道的 {of} 个抽头中有 {outside} 个{padding}</translation>
  </message>
  <message>
   <source>lift</source>
   <translation>取出</translation>
  </message>
  <message>
   <source>multiply</source>
   <translation>相乘</translation>
  </message>
  <message>
   <source>read copies of the edge</source>
   <translation>读到边缘的副本</translation>
  </message>
  <message>
   <source>read on at the opposite edge</source>
   <translation>从对边接着读</translation>
  </message>
  <message>
   <source>read the padding value {value}</source>
   <translation>读到填充值 {value}</translation>
  </message>
  <message>
   <source>read the picture mirrored at its edge</source>
   <translation>读到以边缘为镜的图像</translation>
  </message>
  <message>
   <source>{outside} of its {of} taps {padding}</source>
   <translation>{of} 个抽头中有 {outside} 个{padding}</translation>
  </message>
  <message>
   <source>{taps} products of {n} channels, summed{bias}{activation}{result}.</source>
   <translation>{n} 个通道的 {taps} 个乘积求和{bias}{activation}{result}。</translation>
  </message>
  <message>
   <source>{taps} values times {taps} weights, summed{bias}{activation}{result}.</source>
   <translation>{taps} 个值乘以 {taps} 个权重并求和{bias}{activation}{result}。</translation>
  </message>
 </context>
 <context>
  <name>convviz/labs/conv_grids.py</name>
  <message>
   <source>products</source>
   <translation>乘积</translation>
  </message>
 </context>
 <context>
  <name>convviz/labs/conv_sum.py</name>
  <message>
   <source>+ {n} more:</source>
   <translation>+ 另有 {n} 项：</translation>
  </message>
  <message>
   <source>Prod.</source>
   <translation>乘积</translation>
  </message>
  <message>
   <source>Products</source>
   <translation>乘积</translation>
  </message>
 </context>
 <context>
  <name>convviz/labs/conv_words.py</name>
  <message>
   <source>1 kernel {h} × {w}</source>
   <translation>1 个卷积核 {h} × {w}</translation>
  </message>
  <message>
   <source>= 1 kernel {h} × {w}</source>
   <translation>= 1 个卷积核 {h} × {w}</translation>
  </message>
  <message>
   <source>= {n} kernels {h} × {w}</source>
   <translation>= {n} 个卷积核 {h} × {w}</translation>
  </message>
  <message>
   <source>Channel {name}</source>
   <translation>通道 {name}</translation>
  </message>
  <message>
   <source>Channels {first}–{last}</source>
   <translation>通道 {first}–{last}</translation>
  </message>
  <message>
   <source>Filter</source>
   <translation>滤波器</translation>
  </message>
  <message>
   <source>Filter {n}</source>
   <translation>滤波器 {n}</translation>
  </message>
  <message>
   <source>Filter {n}, rotated 180°</source>
   <translation>滤波器 {n}，旋转 180°</translation>
  </message>
  <message>
   <source>Filter, rotated 180°</source>
   <translation>滤波器，旋转 180°</translation>
  </message>
  <message>
   <source>Input, 1 channel</source>
   <translation>输入，1 个通道</translation>
  </message>
  <message>
   <source>Input, channel {name}</source>
   <translation>输入，通道 {name}</translation>
  </message>
  <message>
   <source>Input, channel {name} of {n}</source>
   <translation>输入，通道 {name}（共 {n} 个）</translation>
  </message>
  <message>
   <source>Input, channels {first}–{last} of {n}</source>
   <translation>输入，通道 {first}–{last}（共 {n} 个）</translation>
  </message>
  <message>
   <source>Kernel, rotated 180°</source>
   <translation>卷积核，旋转 180°</translation>
  </message>
  <message>
   <source>Output</source>
   <translation>输出</translation>
  </message>
  <message>
   <source>absolute · 0 is black</source>
   <translation>绝对值 · 0 为黑色</translation>
  </message>
  <message>
   <source>beyond the edge</source>
   <translation>边缘之外</translation>
  </message>
  <message>
   <source>bottom {n}</source>
   <translation>下 {n}</translation>
  </message>
  <message>
   <source>clamped</source>
   <translation>截断</translation>
  </message>
  <message>
   <source>clamped to the picture's range</source>
   <translation>截断到图像的取值范围</translation>
  </message>
  <message>
   <source>click to type, drag to paint</source>
   <translation>单击键入，拖动涂画</translation>
  </message>
  <message>
   <source>cols {left}–{right}</source>
   <translation>列 {left}–{right}</translation>
  </message>
  <message>
   <source>column {left}</source>
   <translation>列 {left}</translation>
  </message>
  <message>
   <source>columns {left}–{right}</source>
   <translation>列 {left}–{right}</translation>
  </message>
  <message>
   <source>left {n}</source>
   <translation>左 {n}</translation>
  </message>
  <message>
   <source>offset · 0 is mid-grey</source>
   <translation>偏移 · 0 为中灰</translation>
  </message>
  <message>
   <source>reflected</source>
   <translation>反射</translation>
  </message>
  <message>
   <source>replicated</source>
   <translation>复制</translation>
  </message>
  <message>
   <source>right {n}</source>
   <translation>右 {n}</translation>
  </message>
  <message>
   <source>row {top}</source>
   <translation>行 {top}</translation>
  </message>
  <message>
   <source>rows {top}–{bottom}</source>
   <translation>行 {top}–{bottom}</translation>
  </message>
  <message>
   <source>stretched</source>
   <translation>拉伸</translation>
  </message>
  <message>
   <source>stretched · least to most</source>
   <translation>拉伸 · 最小到最大</translation>
  </message>
  <message>
   <source>top {n}</source>
   <translation>上 {n}</translation>
  </message>
  <message>
   <source>type or paint</source>
   <translation>键入或涂画</translation>
  </message>
  <message>
   <source>weights · 0 is white</source>
   <translation>权重 · 0 为白色</translation>
  </message>
  <message>
   <source>zero</source>
   <translation>零</translation>
  </message>
  <message>
   <source>{first}–{last} of {n}</source>
   <translation>{first}–{last}，共 {n} 个</translation>
  </message>
  <message>
   <source>{h} × {w}, padding {pads} → {ph} × {pw}</source>
   <translation>{h} × {w}，填充 {pads} → {ph} × {pw}</translation>
  </message>
  <message>
   <source>{h} × {w}, padding {sides} with the constant {value} → {ph} × {pw}</source>
   <translation>{h} × {w}，填充 {sides}，常数 {value} → {ph} × {pw}</translation>
  </message>
  <message>
   <source>{h} × {w}, padding {sides} with {value} → {ph} × {pw}</source>
   <translation>{h} × {w}，填充 {sides}（值 {value}）→ {ph} × {pw}</translation>
  </message>
  <message>
   <source>{h} × {w}, padding {sides} → {ph} × {pw}</source>
   <translation>{h} × {w}，填充 {sides} → {ph} × {pw}</translation>
  </message>
  <message>
   <source>{h} × {w}, {border} padding {sides} → {ph} × {pw}</source>
   <translation>{h} × {w}，{border}填充 {sides} → {ph} × {pw}</translation>
  </message>
  <message>
   <source>{name} · {part}</source>
   <translation>{name} · {part}</translation>
  </message>
  <message>
   <source>{n} kernels {h} × {w}</source>
   <translation>{n} 个卷积核 {h} × {w}</translation>
  </message>
  <message>
   <source>{rows}, {columns}</source>
   <translation>{rows}，{columns}</translation>
  </message>
  <message>
   <source>{size} on {span}</source>
   <translation>{size} 跨 {span}</translation>
  </message>
  <message>
   <source>{size} on {span} cells</source>
   <translation>{size} 跨 {span} 格</translation>
  </message>
  <message>
   <source>{size} on {span} cells · {name}</source>
   <translation>{size} 跨 {span} 格 · {name}</translation>
  </message>
  <message>
   <source>{size} · map {n} of {count}</source>
   <translation>{size} · 特征图 {n}（共 {count} 幅）</translation>
  </message>
  <message>
   <source>{size} · {part}</source>
   <translation>{size} · {part}</translation>
  </message>
 </context>
 <context>
  <name>convviz/labs/convolution.py</name>
  <message>
   <source>Convolution (2-D)</source>
   <translation>卷积（二维）</translation>
  </message>
 </context>
 <context>
  <name>convviz/labs/dense.py</name>
  <message>
   <source>; the result is {y}</source>
   <translation>；结果为 {y}</translation>
  </message>
  <message>
   <source>Cells of the picture that are read, at most 16 × 16: rows, columns.</source>
   <translation>从图像中读取的格子，最多 16 × 16：行、列。</translation>
  </message>
  <message>
   <source>Connections</source>
   <translation>连接方式</translation>
  </message>
  <message>
   <source>Dense: every output reads every input. Local: only its neighbourhood. Shared: with the same weights everywhere, which is convolution.</source>
   <translation>全连接：每个输出读取每个输入。局部连接：只读取自己的邻域。权重共享：处处用同样的权重，这就是卷积。</translation>
  </message>
  <message>
   <source>From dense to convolution</source>
   <translation>从全连接到卷积</translation>
  </message>
  <message>
   <source>Input begins at</source>
   <translation>输入起点</translation>
  </message>
  <message>
   <source>No connection: this output has no weight for row {row}, column {col}, as if it were 0.</source>
   <translation>没有连接：这个输出对第 {row} 行第 {col} 列没有权重，相当于权重为 0。</translation>
  </message>
  <message>
   <source>Output cells that read row {row}, column {col}: {n} of the {of} on the stage.</source>
   <translation>读取第 {row} 行第 {col} 列的输出格：演示区 {of} 个中的 {n} 个。</translation>
  </message>
  <message>
   <source>Row {row}, column {col} reads all {taps} inputs, each with a weight that only this output has{result}.</source>
   <translation>第 {row} 行第 {col} 列读取全部 {taps} 个输入，各用一个只属于这个输出的权重{result}。</translation>
  </message>
  <message>
   <source>Row {row}, column {col} reads its neighbourhood with the same {taps} weights as all others, which is convolution{result}.</source>
   <translation>第 {row} 行第 {col} 列用与其他输出相同的 {taps} 个权重读取自己的邻域，这就是卷积{result}。</translation>
  </message>
  <message>
   <source>Row {row}, column {col} reads only its {kh} × {kw} neighbourhood, with {taps} weights of its own{result}.</source>
   <translation>第 {row} 行第 {col} 列只读取 {kh} × {kw} 的邻域，用自己的 {taps} 个权重{result}。</translation>
  </message>
  <message>
   <source>Rows and columns of the neighbourhood of an output.</source>
   <translation>一个输出的邻域的行数和列数。</translation>
  </message>
  <message>
   <source>Seed</source>
   <translation>随机种子</translation>
  </message>
  <message>
   <source>Where in the picture these cells begin: row, column.</source>
   <translation>这些格子从图像的哪里开始：行、列。</translation>
  </message>
  <message>
   <source>Which random weights: another number, other weights.</source>
   <translation>用哪一组随机权重：换一个数，就换一组权重。</translation>
  </message>
  <message>
   <source>Window size</source>
   <translation>窗口大小</translation>
  </message>
  <message>
   <source>{x} × {w} = {product} at row {row}, column {col}: all {outputs} outputs use this weight.</source>
   <translation>{x} × {w} = {product}，位于第 {row} 行第 {col} 列：全部 {outputs} 个输出都用这个权重。</translation>
  </message>
  <message>
   <source>{x} × {w} = {product}: a weight that meets row {row}, column {col} and nothing else.</source>
   <translation>{x} × {w} = {product}：这个权重只遇到第 {row} 行第 {col} 列，别处都不用。</translation>
  </message>
 </context>
 <context>
  <name>convviz/labs/dense_counts.py</name>
  <message>
   <source>12 MP, RGB: {photo}</source>
   <translation>12 MP，RGB：{photo}</translation>
  </message>
  <message>
   <source>12 megapixels × RGB × {units} units: {photo}</source>
   <translation>1200 万像素 × RGB × {units} 个单元：{photo}</translation>
  </message>
  <message>
   <source>12 megapixels, RGB: {photo}</source>
   <translation>1200 万像素，RGB：{photo}</translation>
  </message>
  <message>
   <source>Dense</source>
   <translation>全连接</translation>
  </message>
  <message>
   <source>Local</source>
   <translation>局部连接</translation>
  </message>
  <message>
   <source>Parameters of the same outputs: dense {dense}, local {local}, shared {shared}.</source>
   <translation>同样的输出所需的参数：全连接 {dense} 个，局部连接 {local} 个，权重共享 {shared} 个。</translation>
  </message>
  <message>
   <source>Shared</source>
   <translation>权重共享</translation>
  </message>
  <message>
   <source>The whole picture, {size}, with {units} units</source>
   <translation>整幅图像 {size}，{units} 个单元</translation>
  </message>
  <message>
   <source>Whole picture, {size}, {units} units</source>
   <translation>整幅图像 {size}，{units} 个单元</translation>
  </message>
  <message>
   <source>dense: {dense}</source>
   <translation>全连接：{dense}</translation>
  </message>
  <message>
   <source>dense: {dense} parameters</source>
   <translation>全连接：{dense} 个参数</translation>
  </message>
  <message>
   <source>photo: {dense} → {shared}</source>
   <translation>照片：{dense} → {shared}</translation>
  </message>
  <message>
   <source>shared: {shared}</source>
   <translation>权重共享：{shared}</translation>
  </message>
  <message>
   <source>shared: {shared} for {units} filters of {kh} × {kw}</source>
   <translation>权重共享：{shared} 个（{units} 个 {kh} × {kw} 滤波器）</translation>
  </message>
  <message>
   <source>shared: {shared} parameters</source>
   <translation>权重共享：{shared} 个参数</translation>
  </message>
  <message>
   <source>{size}, {units} units</source>
   <translation>{size}，{units} 个单元</translation>
  </message>
  <message>
   <source>{size}, {units} units: {dense} → {shared}</source>
   <translation>{size}，{units} 个单元：{dense} → {shared}</translation>
  </message>
  <message>
   <source>{units} units that are dense on 12 megapixels in colour have {n} weights.</source>
   <translation>在 1200 万像素的彩色图像上，{units} 个全连接单元有 {n} 个权重。</translation>
  </message>
 </context>
 <context>
  <name>convviz/labs/dense_stage.py</name>
  <message>
   <source>Weights</source>
   <translation>权重</translation>
  </message>
  <message>
   <source>for every input</source>
   <translation>每个输入一个</translation>
  </message>
  <message>
   <source>for its neighbourhood</source>
   <translation>只对应自己的邻域</translation>
  </message>
  <message>
   <source>its own</source>
   <translation>自己独有</translation>
  </message>
  <message>
   <source>nearby</source>
   <translation>邻域</translation>
  </message>
  <message>
   <source>one for every input</source>
   <translation>每个输入一个</translation>
  </message>
  <message>
   <source>summed, then + bias {b}</source>
   <translation>求和，再 + 偏置 {b}</translation>
  </message>
  <message>
   <source>the same for all</source>
   <translation>全部共用</translation>
  </message>
  <message>
   <source>the same for all outputs</source>
   <translation>所有输出共用</translation>
  </message>
  <message>
   <source>this output's own</source>
   <translation>这个输出独有</translation>
  </message>
  <message>
   <source>{n} of them</source>
   <translation>共 {n} 个</translation>
  </message>
 </context>
 <context>
  <name>convviz/labs/dilated.py</name>
  <message>
   <source>Dilated convolution (2-D)</source>
   <translation>膨胀卷积（二维）</translation>
  </message>
  <message>
   <source>Dilations of layers stacked on each other, the one on the input first, at most 6. Dilations that share a divisor, such as 2, 2, 2, never see some cells.</source>
   <translation>各堆叠层的膨胀率，最靠近输入的在前，最多 6 个。有公因数的膨胀率，如 2、2、2，会有一些格子永远看不到。</translation>
  </message>
  <message>
   <source>One layer, step by step; what layers stacked on each other see; or both, where one channel is read and the stage is wide enough for the stack beside the layer.</source>
   <translation>单独一层，逐步显示；层与层堆叠后看到什么；或两者一起显示：条件是只读一个通道，且演示区够宽，能在层旁边放下堆叠。</translation>
  </message>
  <message>
   <source>Stacked layers</source>
   <translation>堆叠的层</translation>
  </message>
  <message>
   <source>Stage shows</source>
   <translation>演示区显示</translation>
  </message>
  <message>
   <source>both, where wide</source>
   <translation>两者（够宽时）</translation>
  </message>
  <message>
   <source>one layer</source>
   <translation>单层</translation>
  </message>
  <message>
   <source>one layer, dilation {d}</source>
   <translation>单层，膨胀率 {d}</translation>
  </message>
  <message>
   <source>stacked layers</source>
   <translation>堆叠的层</translation>
  </message>
 </context>
 <context>
  <name>convviz/labs/dilated_stack.py</name>
  <message>
   <source>dilation {d}</source>
   <translation>膨胀率 {d}</translation>
  </message>
  <message>
   <source>input, row {row}</source>
   <translation>输入，第 {row} 行</translation>
  </message>
  <message>
   <source>layer {n}, dilation {d}</source>
   <translation>第 {n} 层，膨胀率 {d}</translation>
  </message>
  <message>
   <source>sees {n}</source>
   <translation>看到 {n}</translation>
  </message>
  <message>
   <source>spans {n}</source>
   <translation>跨 {n}</translation>
  </message>
  <message>
   <source>undilated: {n}</source>
   <translation>不膨胀：{n}</translation>
  </message>
  <message>
   <source>with dilation 1: {n}</source>
   <translation>膨胀率为 1 时：{n}</translation>
  </message>
 </context>
 <context>
  <name>convviz/labs/dilated_words.py</name>
  <message>
   <source>A single tap has no gaps: dilation changes nothing.</source>
   <translation>只有一个抽头就没有空隙：膨胀率不起作用。</translation>
  </message>
  <message>
   <source>All together make {y} at row {row}, column {col}.</source>
   <translation>合起来在第 {row} 行第 {col} 列得到 {y}。</translation>
  </message>
  <message>
   <source>Along a column the window spans {span} cells with {k} weights; without gaps it would take {wide}.</source>
   <translation>窗口用 {k} 个权重沿一列跨越 {span} 格；没有空隙则需要 {wide} 个。</translation>
  </message>
  <message>
   <source>Along a row each layer adds (k − 1) times its dilation: {sum}.</source>
   <translation>沿一行，每一层增加 (k − 1) 乘以它的膨胀率：{sum}。</translation>
  </message>
  <message>
   <source>Along a row the window spans {span} cells with {k} weights; without gaps it would take {wide}.</source>
   <translation>窗口用 {k} 个权重沿一行跨越 {span} 格；没有空隙则需要 {wide} 个。</translation>
  </message>
  <message>
   <source>Along the row, this output sees {reach} input cells by {of} paths.</source>
   <translation>沿着行，这个输出经 {of} 条路径看到 {reach} 个输入格。</translation>
  </message>
  <message>
   <source>Gridding: dilations {rates} leap further than the layers below them fill: {missed} of the {h} × {w} = {cells} cells are never seen by this output.</source>
   <translation>网格效应：膨胀率 {rates} 跳得比下面各层填满的更远：{h} × {w} = {cells} 格中有 {missed} 格这个输出永远看不到。</translation>
  </message>
  <message>
   <source>Gridding: {rates} are multiples of {shared}, so {missed} of the {h} × {w} = {cells} cells are never seen by this output.</source>
   <translation>网格效应：{rates} 都是 {shared} 的倍数，所以 {h} × {w} = {cells} 格中有 {missed} 格这个输出永远看不到。</translation>
  </message>
  <message>
   <source>In each of {channels} channels {taps} taps cover {h} × {w} cells, skipping {holes} of {cells}.</source>
   <translation>{channels} 个通道中，每个都有 {taps} 个抽头覆盖 {h} × {w} 格：{cells} 格中跳过 {holes} 格。</translation>
  </message>
  <message>
   <source>It makes {y} at row {row}, column {col}.</source>
   <translation>它在第 {row} 行第 {col} 列得到 {y}。</translation>
  </message>
  <message>
   <source>Kernels of a single tap see one cell, however many layers are stacked and whatever their dilations.</source>
   <translation>只有一个抽头的卷积核只看到一格，无论堆叠多少层、膨胀率多大。</translation>
  </message>
  <message>
   <source>Layer {level} at column {col} from the middle sees {reach} input cells; this output reads it by {n} of {of} paths.</source>
   <translation>第 {level} 层距中心 {col} 列处看到 {reach} 个输入格；这个输出经 {of} 条路径中的 {n} 条读取它。</translation>
  </message>
  <message>
   <source>No path leads to the input at column {col} from the middle: the dilations skip it.</source>
   <translation>没有路径通到距中心 {col} 列的输入：膨胀率跳过了它。</translation>
  </message>
  <message>
   <source>No path leads to the input at row {row}, column {col} from the middle: whatever the weights, this output never sees it.</source>
   <translation>没有路径通到距中心 {row} 行 {col} 列的输入：无论权重如何，这个输出永远看不到它。</translation>
  </message>
  <message>
   <source>One layer with dilation {rates} spans {h} × {w} cells, an ordinary one {plain_h} × {plain_w}; it skips {missed}.</source>
   <translation>膨胀率 {rates} 的一层跨 {h} × {w} 格，普通的一层跨 {plain_h} × {plain_w} 格；它跳过 {missed} 格。</translation>
  </message>
  <message>
   <source>One ordinary layer sees {h} × {w} cells; more layers see further.</source>
   <translation>普通的一层看到 {h} × {w} 格；层数越多看得越远。</translation>
  </message>
  <message>
   <source>Paths</source>
   <translation>路径数</translation>
  </message>
  <message>
   <source>Paths to each input cell</source>
   <translation>到每个输入格的路径数</translation>
  </message>
  <message>
   <source>Stack</source>
   <translation>堆叠</translation>
  </message>
  <message>
   <source>The input at column {col} from the middle reaches this output by {n} of {of} paths.</source>
   <translation>距中心 {col} 列的输入经 {of} 条路径中的 {n} 条到达这个输出。</translation>
  </message>
  <message>
   <source>The input at row {row}, column {col} from the middle reaches this output by {n} of {of} paths.</source>
   <translation>距中心 {row} 行 {col} 列的输入经 {of} 条路径中的 {n} 条到达这个输出。</translation>
  </message>
  <message>
   <source>They make {y} at row {row}, column {col}.</source>
   <translation>第 {row} 行第 {col} 列得到 {y}。</translation>
  </message>
  <message>
   <source>This output reads nothing of layer {level} at column {col} from the middle.</source>
   <translation>这个输出不读取第 {level} 层距中心 {col} 列处。</translation>
  </message>
  <message>
   <source>What an output of the stack sees</source>
   <translation>多层堆叠后，一个输出看到什么</translation>
  </message>
  <message>
   <source>With dilation 1 the {taps} taps lie side by side: {h} × {w} cells.</source>
   <translation>膨胀率为 1 时，{taps} 个抽头并排相接：{h} × {w} 格。</translation>
  </message>
  <message>
   <source>dilation {rates} sees {h} × {w} cells</source>
   <translation>膨胀率 {rates} 看到 {h} × {w} 格</translation>
  </message>
  <message>
   <source>dilation {rates} spans {h} × {w} cells</source>
   <translation>膨胀率 {rates} 跨 {h} × {w} 格</translation>
  </message>
  <message>
   <source>dilations {rates} see {h} × {w} cells</source>
   <translation>膨胀率 {rates} 看到 {h} × {w} 格</translation>
  </message>
  <message>
   <source>dilations {rates} span {h} × {w} cells</source>
   <translation>膨胀率 {rates} 跨 {h} × {w} 格</translation>
  </message>
  <message>
   <source>field = 1 + </source>
   <translation>感受野 = 1 + </translation>
  </message>
  <message>
   <source>gridding: {missed} of {cells} cells are never seen</source>
   <translation>网格效应：{cells} 格中有 {missed} 格永远看不到</translation>
  </message>
  <message>
   <source>layers with dilation 1 would see {h} × {w}</source>
   <translation>膨胀率都为 1 时看到 {h} × {w}</translation>
  </message>
  <message>
   <source>paths</source>
   <translation>路径</translation>
  </message>
  <message>
   <source>paths · hatched: never seen</source>
   <translation>路径数 · 斜线：看不到</translation>
  </message>
  <message>
   <source>with dilation 1</source>
   <translation>膨胀率为 1 时</translation>
  </message>
  <message>
   <source>with dilation 1: {h} × {w}</source>
   <translation>膨胀率为 1 时：{h} × {w}</translation>
  </message>
  <message>
   <source>{h} × {w} cells</source>
   <translation>{h} × {w} 格</translation>
  </message>
  <message>
   <source>{h} × {w} cells, {seen} of {cells} seen</source>
   <translation>{h} × {w} 格：{cells} 格中看到 {seen} 格</translation>
  </message>
  <message>
   <source>{missed} never seen</source>
   <translation>{missed} 格看不到</translation>
  </message>
  <message>
   <source>{missed} of {cells} never seen</source>
   <translation>{cells} 格中 {missed} 格看不到</translation>
  </message>
  <message>
   <source>{n} layers with dilations {rates} see {h} × {w} cells, ordinary ones {plain_h} × {plain_w}.</source>
   <translation>膨胀率为 {rates} 的 {n} 层看到 {h} × {w} 格，普通的层只看到 {plain_h} × {plain_w} 格。</translation>
  </message>
  <message>
   <source>{n} ordinary layers see {h} × {w} cells; other dilations see further with as many weights.</source>
   <translation>{n} 个普通的层看到 {h} × {w} 格；换用别的膨胀率，同样多的权重看得更远。</translation>
  </message>
  <message>
   <source>{rates}: {h} × {w} cells</source>
   <translation>{rates}：{h} × {w} 格</translation>
  </message>
  <message>
   <source>{seen} of {cells} seen</source>
   <translation>{cells} 格中看到 {seen} 格</translation>
  </message>
  <message>
   <source>{taps} taps cover {h} × {w} cells, skipping {holes} of {cells}.</source>
   <translation>{taps} 个抽头覆盖 {h} × {w} 格：{cells} 格中跳过 {holes} 格。</translation>
  </message>
 </context>
 <context>
  <name>convviz/labs/explaining.py</name>
  <message>
   <source>, for row {row}, column {col}</source>
   <translation>，用于第 {row} 行第 {col} 列</translation>
  </message>
  <message>
   <source>: {y}</source>
   <translation>：{y}</translation>
  </message>
  <message>
   <source>: {y} at row {row}, column {col}</source>
   <translation>：第 {row} 行第 {col} 列为 {y}</translation>
  </message>
  <message>
   <source>A window of one cell keeps the size, {h} × {w}.</source>
   <translation>1 × 1 的窗口不改变大小 {h} × {w}。</translation>
  </message>
  <message>
   <source>All its weights are 0: whatever the input, the sum is 0.</source>
   <translation>权重全为 0：无论输入是什么，和都是 0。</translation>
  </message>
  <message>
   <source>Before {name} it was {z}; {name} leaves it as it is.</source>
   <translation>经过 {name} 之前是 {z}；{name} 保持不变。</translation>
  </message>
  <message>
   <source>Before {name} it was {z}; {name} makes it {y}.</source>
   <translation>经过 {name} 之前是 {z}；{name} 使它成为 {y}。</translation>
  </message>
  <message>
   <source>The bias {b} is added to that.</source>
   <translation>还要再加上偏置 {b}。</translation>
  </message>
  <message>
   <source>The padding keeps the size, {h} × {w}.</source>
   <translation>填充保持大小 {h} × {w}。</translation>
  </message>
  <message>
   <source>The weights add up to 0: a flat area sums to 0, only differences are left.</source>
   <translation>权重之和为 0：平坦区域的和为 0，只留下差别。</translation>
  </message>
  <message>
   <source>The weights add up to 0: where all that they meet is equal, the sum is 0.</source>
   <translation>权重之和为 0：读到的值全都相等处，和为 0。</translation>
  </message>
  <message>
   <source>The weights add up to 1: a flat area keeps its value.</source>
   <translation>权重之和为 1：平坦区域保持原值。</translation>
  </message>
  <message>
   <source>The weights add up to {sum}: a flat area sums to {sum} times its value.</source>
   <translation>权重之和为 {sum}：平坦区域的和是其值的 {sum} 倍。</translation>
  </message>
  <message>
   <source>The window has to fit: {h} × {w} cells become {oh} × {ow}.</source>
   <translation>窗口须放得下：{h} × {w} 格变成 {oh} × {ow}。</translation>
  </message>
  <message>
   <source>With dilation {rate} the {kh} × {kw} weights reach over {h} × {w} cells and skip those between.</source>
   <translation>膨胀率为 {rate} 时，{kh} × {kw} 个权重跨越 {h} × {w} 格，跳过其间的格子。</translation>
  </message>
  <message>
   <source>With so much padding, {h} × {w} cells become {oh} × {ow}.</source>
   <translation>填充这么多，{h} × {w} 格变成 {oh} × {ow}。</translation>
  </message>
  <message>
   <source>With stride ({sh}, {sw}), {h} × {w} cells become {oh} × {ow}.</source>
   <translation>步幅为 ({sh}, {sw}) 时，{h} × {w} 格变成 {oh} × {ow}。</translation>
  </message>
  <message>
   <source>{before} {then}</source>
   <translation>{before}{then}</translation>
  </message>
 </context>
 <context>
  <name>convviz/labs/groups.py</name>
  <message>
   <source>1: dense</source>
   <translation>1：不分组</translation>
  </message>
  <message>
   <source>4 feature maps</source>
   <translation>4 幅特征图</translation>
  </message>
  <message>
   <source>8 feature maps</source>
   <translation>8 幅特征图</translation>
  </message>
  <message>
   <source>Blocks of channels that do not meet: 1 is dense, as many as channels is depthwise. Only what divides both channels and filters is offered.</source>
   <translation>互不相干的通道块：1 表示不分组，与通道一样多就是逐通道。只提供能同时整除通道数和滤波器数的数。</translation>
  </message>
  <message>
   <source>Channels, filters, groups</source>
   <translation>通道、滤波器与分组</translation>
  </message>
  <message>
   <source>Groups</source>
   <translation>分组</translation>
  </message>
  <message>
   <source>The picture's own channels, or feature maps: the picture seen by several kernels, as the layer before would hand them on.</source>
   <translation>图像自身的通道，或特征图：用几个卷积核看到的图像，就像上一层传下来的那样。</translation>
  </message>
  <message>
   <source>picture's channels</source>
   <translation>图像的通道</translation>
  </message>
  <message>
   <source>{n}: depthwise</source>
   <translation>{n}：逐通道</translation>
  </message>
 </context>
 <context>
  <name>convviz/labs/groups_stage.py</name>
  <message>
   <source>+ 1 × 1: {filters}·{filters} = {mix}, in all {sum}</source>
   <translation>+ 1 × 1：{filters}·{filters} = {mix}，合计 {sum}</translation>
  </message>
  <message>
   <source>+ 1 × 1: {mix}, in all {sum}</source>
   <translation>+ 1 × 1：{mix}，合计 {sum}</translation>
  </message>
  <message>
   <source>1 weight</source>
   <translation>1 个权重</translation>
  </message>
  <message>
   <source>MACs in all: {most} → {macs}</source>
   <translation>乘加合计：{most} → {macs}</translation>
  </message>
  <message>
   <source>MACs: {most}</source>
   <translation>乘加：{most}</translation>
  </message>
  <message>
   <source>MACs: {most} → {macs}</source>
   <translation>乘加：{most} → {macs}</translation>
  </message>
  <message>
   <source>dense: 1 weight</source>
   <translation>不分组：1 个权重</translation>
  </message>
  <message>
   <source>dense: {whole} = {all}</source>
   <translation>不分组：{whole} = {all}</translation>
  </message>
  <message>
   <source>dense: {whole} = {all} weights</source>
   <translation>不分组：{whole} = {all} 个权重</translation>
  </message>
  <message>
   <source>groups {groups}: {now} = {n}</source>
   <translation>分组 {groups}：{now} = {n}</translation>
  </message>
  <message>
   <source>{all} weights</source>
   <translation>{all} 个权重</translation>
  </message>
  <message>
   <source>{macs} MACs</source>
   <translation>{macs} 次乘加</translation>
  </message>
 </context>
 <context>
  <name>convviz/labs/groups_words.py</name>
  <message>
   <source> make {y}</source>
   <translation>得到 {y}</translation>
  </message>
  <message>
   <source>1 × 1: filter {filter} mixes the {n} channels of this pixel, reading no neighbour{value}.</source>
   <translation>1 × 1：滤波器 {filter} 混合这个像素的 {n} 个通道，不读邻居{value}。</translation>
  </message>
  <message>
   <source>A 1 × 1 layer after it, with {mixed} weights, would mix the channels: {both} instead of {all}.</source>
   <translation>后面再接一个有 {mixed} 个权重的 1 × 1 层，就能混合各通道：共 {both} 个，而不是 {all} 个。</translation>
  </message>
  <message>
   <source>Channel {name} is the picture seen by {kernel}, negative values set to 0: {who}.</source>
   <translation>通道 {name} 是用{kernel}看到的图像，负值置为 0：{who}。</translation>
  </message>
  <message>
   <source>Channel {name}: {who}.</source>
   <translation>通道 {name}：{who}。</translation>
  </message>
  <message>
   <source>Depthwise: filter {filter} is one kernel on channel {first} alone; channels never meet{value}.</source>
   <translation>逐通道：滤波器 {filter} 只有通道 {first} 上的一个卷积核；通道之间互不相干{value}。</translation>
  </message>
  <message>
   <source>Each of the {outs} filters makes a feature map of its own.</source>
   <translation>{outs} 个滤波器各产生一幅特征图。</translation>
  </message>
  <message>
   <source>Filter {filter} = one kernel of {kh} × {kw}, for channel {first}: it makes map {filter}.</source>
   <translation>滤波器 {filter} = 通道 {first} 的一个 {kh} × {kw} 卷积核：得到特征图 {filter}。</translation>
  </message>
  <message>
   <source>Filter {filter} = {n} kernels of {kh} × {kw}, for channels {first} to {last}: it makes map {filter}.</source>
   <translation>滤波器 {filter} = 通道 {first} 到 {last} 的 {n} 个 {kh} × {kw} 卷积核：得到特征图 {filter}。</translation>
  </message>
  <message>
   <source>Filter {filter} has one kernel for the one channel there is, a single weight{value}.</source>
   <translation>滤波器 {filter} 对仅有的一个通道有一个卷积核，只含一个权重{value}。</translation>
  </message>
  <message>
   <source>Filter {filter} has one kernel for the one channel there is: {taps} products{makes}.</source>
   <translation>滤波器 {filter} 对仅有的一个通道有一个卷积核：{taps} 个乘积{makes}。</translation>
  </message>
  <message>
   <source>Filter {filter} reads all {n} channels with {n} kernels {kh} × {kw}: {taps} products{makes}.</source>
   <translation>滤波器 {filter} 用 {n} 个 {kh} × {kw} 卷积核读取全部 {n} 个通道：{taps} 个乘积{makes}。</translation>
  </message>
  <message>
   <source>Filter {filter} reads only channels {which}, those of group {group}: {taps} products{makes}.</source>
   <translation>滤波器 {filter} 只读取通道 {which}，即第 {group} 组的通道：{taps} 个乘积{makes}。</translation>
  </message>
  <message>
   <source>One filter makes one feature map.</source>
   <translation>一个滤波器产生一幅特征图。</translation>
  </message>
  <message>
   <source>The layer has a single weight.</source>
   <translation>这一层只有一个权重。</translation>
  </message>
  <message>
   <source>The layer has {factors} = {n} weights: filters, kernels of each, rows, columns.</source>
   <translation>这一层有 {factors} = {n} 个权重：滤波器数、每个的卷积核数、行、列。</translation>
  </message>
  <message>
   <source>The layer has {factors} = {n} weights; dense it would have {groups} times as many, {all}.</source>
   <translation>这一层有 {factors} = {n} 个权重；不分组则是 {groups} 倍，即 {all} 个。</translation>
  </message>
  <message>
   <source>dense: all to all</source>
   <translation>不分组：全部相连</translation>
  </message>
  <message>
   <source>dense: all {all} to every filter</source>
   <translation>不分组：{all} 个通道全部连到每个滤波器</translation>
  </message>
  <message>
   <source>depthwise</source>
   <translation>逐通道</translation>
  </message>
  <message>
   <source>depthwise: one channel each</source>
   <translation>逐通道：每个滤波器一个通道</translation>
  </message>
  <message>
   <source>filter {first} alone reads it</source>
   <translation>只有滤波器 {first} 读取它</translation>
  </message>
  <message>
   <source>filters {first} to {last} read it</source>
   <translation>滤波器 {first} 到 {last} 读取它</translation>
  </message>
  <message>
   <source>weights: {factors} = {n}</source>
   <translation>权重：{factors} = {n}</translation>
  </message>
  <message>
   <source>weights: {factors} = {n}, dense {all}</source>
   <translation>权重：{factors} = {n}，不分组为 {all}</translation>
  </message>
  <message>
   <source>{first} and {last}</source>
   <translation>{first} 和 {last}</translation>
  </message>
  <message>
   <source>{groups} groups</source>
   <translation>{groups} 个分组</translation>
  </message>
  <message>
   <source>{groups} groups of {ins} → {outs}</source>
   <translation>{groups} 个分组，各 {ins} → {outs}</translation>
  </message>
  <message>
   <source>{groups} groups: {ins} channels → 1 map</source>
   <translation>{groups} 个分组：{ins} 个通道 → 1 幅特征图</translation>
  </message>
  <message>
   <source>{groups} groups: {ins} channels → {outs} maps</source>
   <translation>{groups} 个分组：{ins} 个通道 → {outs} 幅特征图</translation>
  </message>
 </context>
 <context>
  <name>convviz/labs/im2col.py</name>
  <message>
   <source>Input shows</source>
   <translation>输入显示</translation>
  </message>
  <message>
   <source>Matrix (im2col)</source>
   <translation>矩阵（im2col）</translation>
  </message>
  <message>
   <source>The pixels, or how often the windows copy each of them.</source>
   <translation>显示像素，或窗口把每个像素复制了多少次。</translation>
  </message>
  <message>
   <source>The windows as columns that the filter multiplies, or the filter as a sparse matrix that multiplies all pixels.</source>
   <translation>把窗口排成列、由滤波器去乘；或把滤波器排成稀疏矩阵、去乘全部像素。</translation>
  </message>
  <message>
   <source>Toeplitz</source>
   <translation>Toeplitz 矩阵</translation>
  </message>
  <message>
   <source>View</source>
   <translation>视图</translation>
  </message>
  <message>
   <source>copies (heat)</source>
   <translation>复制次数（热图）</translation>
  </message>
 </context>
 <context>
  <name>convviz/labs/im2col_words.py</name>
  <message>
   <source> + bias</source>
   <translation> + 偏置</translation>
  </message>
  <message>
   <source>; filter times column = {y}</source>
   <translation>；滤波器乘以这一列 = {y}</translation>
  </message>
  <message>
   <source>; row times pixels = {y}</source>
   <translation>；这一行乘以像素 = {y}</translation>
  </message>
  <message>
   <source>Column {n} of 0–{last} is the window for row {row}, column {col}, with {outside} of its {taps} numbers in the padding{makes}.</source>
   <translation>矩阵第 {n} 列（0–{last}）对应输出第 {row} 行第 {col} 列的窗口：{taps} 个数中有 {outside} 个是填充{makes}。</translation>
  </message>
  <message>
   <source>Column {n} of 0–{last} is the window for row {row}, column {col}{makes}.</source>
   <translation>矩阵第 {n} 列（0–{last}）对应输出第 {row} 行第 {col} 列的窗口{makes}。</translation>
  </message>
  <message>
   <source>Columns</source>
   <translation>列</translation>
  </message>
  <message>
   <source>Copies</source>
   <translation>复制次数</translation>
  </message>
  <message>
   <source>Copies made so far: {n} of {all}, of no pixel on the stage more than {most}.</source>
   <translation>至此完成了 {all} 次复制中的 {n} 次，演示区上每个像素最多复制 {most} 次。</translation>
  </message>
  <message>
   <source>Copies made so far: {n} of {all}.</source>
   <translation>至此完成了 {all} 次复制中的 {n} 次。</translation>
  </message>
  <message>
   <source>Copies of each pixel</source>
   <translation>每个像素的复制次数</translation>
  </message>
  <message>
   <source>Filter as a row · 1 × {taps}</source>
   <translation>滤波器作为一行 · 1 × {taps}</translation>
  </message>
  <message>
   <source>Filter as a row · 1 × {taps} · type or paint</source>
   <translation>滤波器作为一行 · 1 × {taps} · 键入或涂画</translation>
  </message>
  <message>
   <source>Filter × columns</source>
   <translation>滤波器 × 各列</translation>
  </message>
  <message>
   <source>Filter × columns{bias} = output</source>
   <translation>滤波器 × 各列{bias} = 输出</translation>
  </message>
  <message>
   <source>Filter × columns{bias} = the output, row by row</source>
   <translation>滤波器 × 各列{bias} = 逐行排列的输出</translation>
  </message>
  <message>
   <source>Filters</source>
   <translation>滤波器</translation>
  </message>
  <message>
   <source>Filters as rows · {n} × {taps}</source>
   <translation>每行一个滤波器 · {n} × {taps}</translation>
  </message>
  <message>
   <source>Filters as rows · {n} × {taps} · type or paint</source>
   <translation>每行一个滤波器 · {n} × {taps} · 键入或涂画</translation>
  </message>
  <message>
   <source>For the whole picture, {h} × {w}, T would have {rows} × {columns} cells, {size} as float32, nearly all of them 0: it explains convolution, and nobody computes with it.</source>
   <translation>对整幅 {h} × {w} 的图像，T 会有 {rows} × {columns} 格，以 float32 存储需 {size}，几乎全是 0：它用来解释卷积，没有人用它来计算。</translation>
  </message>
  <message>
   <source>For the whole picture, {h} × {w}, T would have {rows} × {columns} cells, {size} as float32: it explains convolution, and nobody computes with it.</source>
   <translation>对整幅 {h} × {w} 的图像，T 会有 {rows} × {columns} 格，以 float32 存储需 {size}：它用来解释卷积，没有人用它来计算。</translation>
  </message>
  <message>
   <source>For the whole picture, {h} × {w}, the matrix would have {rows} × {columns} numbers, {size} as float32.</source>
   <translation>对整幅 {h} × {w} 的图像，这个矩阵会有 {rows} × {columns} 个数，以 float32 存储需 {size}。</translation>
  </message>
  <message>
   <source>Made {block} at a time, it never exists as a whole.</source>
   <translation>每次只生成 {block}，从不整个存在。</translation>
  </message>
  <message>
   <source>Product</source>
   <translation>乘积</translation>
  </message>
  <message>
   <source>Row {n} of 0–{last}: the padding's value, which meets {outside} of {taps} weights, has no column and is added like a bias{result}.</source>
   <translation>第 {n} 行（0–{last}）：{taps} 个权重中有 {outside} 个遇到填充值，它没有对应的列，像偏置一样加上{result}。</translation>
  </message>
  <message>
   <source>Row {n} of 0–{last}: the {taps} weights stand where the window's pixels are, beside {zeros} zeros{makes}.</source>
   <translation>第 {n} 行（0–{last}）：{taps} 个权重放在窗口像素所在的位置，其余 {zeros} 个为零{makes}。</translation>
  </message>
  <message>
   <source>Row {n} of 0–{last}: weights that meet copies in the padding ({outside} of {taps}) are added to those of the pixels copied{makes}.</source>
   <translation>第 {n} 行（0–{last}）：{taps} 个权重中有 {outside} 个遇到填充中的副本，并入被复制像素的权重{makes}。</translation>
  </message>
  <message>
   <source>Row {n} of 0–{last}: zeros of the padding, which meet {outside} of {taps} weights, have no column{makes}.</source>
   <translation>第 {n} 行（0–{last}）：{taps} 个权重中有 {outside} 个遇到填充的零，它没有对应的列{makes}。</translation>
  </message>
  <message>
   <source>Row {row}, column {col} is padding.</source>
   <translation>第 {row} 行第 {col} 列是填充。</translation>
  </message>
  <message>
   <source>Row {row}, column {col}: this pixel is in the matrix once for each tap that reads it, in all {n}; copied so far: {so_far}.</source>
   <translation>第 {row} 行第 {col} 列：这个像素在矩阵中出现 {n} 次，每个读取它的抽头一次；到现在为止复制了 {so_far} 次。</translation>
  </message>
  <message>
   <source>Row {row}, column {col}: this pixel is one column of T and is not copied; weights in it: {n}.</source>
   <translation>第 {row} 行第 {col} 列：这个像素是 T 的一列，有 {n} 个权重，没有被复制。</translation>
  </message>
  <message>
   <source>Toeplitz matrix T</source>
   <translation>Toeplitz 矩阵 T</translation>
  </message>
  <message>
   <source>Weight {w} meets row {tap} of the columns, one number of every window; here {x} × {w} = {product}.</source>
   <translation>权重 {w} 遇到各列的第 {tap} 行，即每个窗口中的一个数；这里 {x} × {w} = {product}。</translation>
  </message>
  <message>
   <source>Weight {w} stands in T once for each window, at the pixel it meets there: all windows share it.</source>
   <translation>权重 {w} 在 T 中每个窗口出现一次，位于它在该窗口遇到的像素处：所有窗口共用它。</translation>
  </message>
  <message>
   <source>Windows as columns</source>
   <translation>窗口排成的列</translation>
  </message>
  <message>
   <source>at most {taps} of {columns} cells in a row hold weights; whole picture: {size}</source>
   <translation>每行 {columns} 格中最多 {taps} 格有权重；整幅图像：{size}</translation>
  </message>
  <message>
   <source>at most {taps} weights in a row; whole picture: {size}</source>
   <translation>每行最多 {taps} 个权重；整幅图像：{size}</translation>
  </message>
  <message>
   <source>copied so far: {n} of {all}</source>
   <translation>已复制 {n} 次，共 {all} 次</translation>
  </message>
  <message>
   <source>times</source>
   <translation>次</translation>
  </message>
  <message>
   <source>times in the matrix</source>
   <translation>在矩阵中的次数</translation>
  </message>
  <message>
   <source>whole picture, {h} × {w}: {size}</source>
   <translation>整幅图像 {h} × {w}：{size}</translation>
  </message>
  <message>
   <source>whole picture, {h} × {w}: {size} as float32; in blocks of {block}, never all of it</source>
   <translation>整幅图像 {h} × {w}：以 float32 存储需 {size}；按 {block} 分块，从不整个生成</translation>
  </message>
  <message>
   <source>whole picture, {h} × {w}: {size}; made in blocks of {block}</source>
   <translation>整幅图像 {h} × {w}：{size}；按 {block} 分块生成</translation>
  </message>
  <message>
   <source>whole picture: {size}</source>
   <translation>整幅图像：{size}</translation>
  </message>
  <message>
   <source>{n} copied</source>
   <translation>已复制 {n}</translation>
  </message>
  <message>
   <source>{n} of {all} copied</source>
   <translation>已复制 {n} / {all}</translation>
  </message>
  <message>
   <source>{pixels} pixels, {copies} copies and {padding} of padding: {times} times as many</source>
   <translation>{pixels} 个像素，{copies} 个副本，其中 {padding} 个来自填充：增至 {times} 倍</translation>
  </message>
  <message>
   <source>{pixels} pixels, {copies} copies: {times} times as many</source>
   <translation>{pixels} 个像素，{copies} 个副本：增至 {times} 倍</translation>
  </message>
  <message>
   <source>{pixels} pixels, {copies} copies: {times}×</source>
   <translation>{pixels} 个像素，{copies} 个副本：{times}×</translation>
  </message>
  <message>
   <source>{pixels} → {all}: {times} times</source>
   <translation>{pixels} → {all}：{times} 倍</translation>
  </message>
  <message>
   <source>{rows} × {columns} of {size}</source>
   <translation>{size} 中的 {rows} × {columns}</translation>
  </message>
  <message>
   <source>{size} · a row for each window, a column for each pixel</source>
   <translation>{size} · 每个窗口一行，每个像素一列</translation>
  </message>
  <message>
   <source>{size} · here {rows} × {columns} of it</source>
   <translation>{size} · 这里是其中 {rows} × {columns}</translation>
  </message>
  <message>
   <source>{times} times</source>
   <translation>{times} 倍</translation>
  </message>
 </context>
 <context>
  <name>convviz/labs/parts.py</name>
  <message>
   <source>current</source>
   <translation>当前</translation>
  </message>
  <message>
   <source>never read</source>
   <translation>从未读到</translation>
  </message>
  <message>
   <source>written</source>
   <translation>已写入</translation>
  </message>
 </context>
 <context>
  <name>convviz/labs/pool_stage.py</name>
  <message>
   <source>Unpooled</source>
   <translation>反池化后</translation>
  </message>
  <message>
   <source>index {index}</source>
   <translation>索引 {index}</translation>
  </message>
  <message>
   <source>maxima put back</source>
   <translation>最大值放回</translation>
  </message>
  <message>
   <source>maxima where they were, else 0</source>
   <translation>最大值放回原处，其余为 0</translation>
  </message>
  <message>
   <source>maximum {y}</source>
   <translation>最大值 {y}</translation>
  </message>
  <message>
   <source>mean {y}</source>
   <translation>平均值 {y}</translation>
  </message>
 </context>
 <context>
  <name>convviz/labs/pool_view.py</name>
  <message>
   <source>compare</source>
   <translation>比较</translation>
  </message>
 </context>
 <context>
  <name>convviz/labs/pool_words.py</name>
  <message>
   <source>A mean does not remember where its values were, so there is no way back.</source>
   <translation>平均值不记得各个值原来的位置，所以没有回去的路。</translation>
  </message>
  <message>
   <source>A window of one cell: {y} is written to row {row}, column {col} as it is.</source>
   <translation>窗口只有一格：{y} 原样写入第 {row} 行第 {col} 列。</translation>
  </message>
  <message>
   <source>A window of padding alone has no index, and nothing is put back.</source>
   <translation>全是填充的窗口没有索引，也没有什么可放回。</translation>
  </message>
  <message>
   <source>For one output cell per stride, TensorFlow's SAME adds {top} + {bottom} rows and {left} + {right} columns: {h} × {w} cells become {oh} × {ow}.</source>
   <translation>为了每移动一个步幅得到一个输出格，TensorFlow 的 SAME 补上 {top} + {bottom} 行、{left} + {right} 列：{h} × {w} 格变成 {oh} × {ow} 格。</translation>
  </message>
  <message>
   <source>Index {at} · {width} + {along} = {index}: no maximum came from here so far.</source>
   <translation>索引 {at} · {width} + {along} = {index}：到现在为止没有最大值来自这里。</translation>
  </message>
  <message>
   <source>Index {at} · {width} + {along} = {index}: {y} won in {n} windows, first for row {row}, column {col}, and is put back once.</source>
   <translation>索引 {at} · {width} + {along} = {index}：{y} 在 {n} 个窗口中胜出，首先是第 {row} 行第 {col} 列的窗口，只放回一次。</translation>
  </message>
  <message>
   <source>Index {at} · {width} + {along} = {index}: {y}, the maximum at output row {row}, column {col}, goes back to here.</source>
   <translation>索引 {at} · {width} + {along} = {index}：输出第 {row} 行第 {col} 列的最大值 {y} 放回这里。</translation>
  </message>
  <message>
   <source>Rounded down (floor) or up (ceil), {h} × {w} cells become {fh} × {fw}.</source>
   <translation>无论向下取整（floor）还是向上取整（ceil），{h} × {w} 格都变成 {fh} × {fw}。</translation>
  </message>
  <message>
   <source>Rounded down (floor) the output is {fh} × {fw}; ceil would make it {ch} × {cw}.</source>
   <translation>向下取整（floor），输出是 {fh} × {fw}；用 ceil 则是 {ch} × {cw}。</translation>
  </message>
  <message>
   <source>Rounded up (ceil) the output is {ch} × {cw}; floor would leave {fh} × {fw}.</source>
   <translation>向上取整（ceil），输出是 {ch} × {cw}；用 floor 则是 {fh} × {fw}。</translation>
  </message>
  <message>
   <source>Row {at}, column {along} lies outside the input.</source>
   <translation>第 {at} 行第 {along} 列在输入之外。</translation>
  </message>
  <message>
   <source>Taps in the padding ({padded} of {taps}) and over its end ({over}) cannot win.</source>
   <translation>{taps} 个抽头中有 {padded} 个在填充中，{over} 个伸出填充之外：它们都不能胜出。</translation>
  </message>
  <message>
   <source>Taps in the padding ({padded} of {taps}) and over its end ({over}) cannot win; {y} at row {at}, column {along} does.</source>
   <translation>{taps} 个抽头中有 {padded} 个在填充中，{over} 个伸出填充之外：它们都不能胜出；第 {at} 行第 {along} 列的 {y} 胜出。</translation>
  </message>
  <message>
   <source>Taps in the padding ({padded} of {taps}) and over its end ({over}) do not count: the sum is divided by {count}{result}.</source>
   <translation>{taps} 个抽头中有 {padded} 个在填充中，{over} 个伸出填充之外，都不计入：和除以 {count}{result}。</translation>
  </message>
  <message>
   <source>Taps in the padding ({padded} of {taps}) are −∞ and never win.</source>
   <translation>{taps} 个抽头中有 {padded} 个在填充中，那里的 −∞ 永远不会胜出。</translation>
  </message>
  <message>
   <source>Taps in the padding ({padded} of {taps}) are −∞ and never win; {y} at row {at}, column {along} does.</source>
   <translation>{taps} 个抽头中有 {padded} 个在填充中，那里的 −∞ 永远不会胜出；第 {at} 行第 {along} 列的 {y} 胜出。</translation>
  </message>
  <message>
   <source>Taps in the padding ({padded} of {taps}) count as zeros, those over its end ({over}) never do: the sum is divided by {count}{result}.</source>
   <translation>{taps} 个抽头中有 {padded} 个在填充中，其中的零计入；{over} 个伸出填充之外，从不计入：和除以 {count}{result}。</translation>
  </message>
  <message>
   <source>Taps in the padding ({padded} of {taps}) count as zeros: the sum is divided by {count}{result}.</source>
   <translation>{taps} 个抽头中有 {padded} 个在填充中，其中的零计入：和除以 {count}{result}。</translation>
  </message>
  <message>
   <source>Taps in the padding ({padded} of {taps}) do not count: the sum is divided by {count}{result}.</source>
   <translation>{taps} 个抽头中有 {padded} 个在填充中，填充不计入：和除以 {count}{result}。</translation>
  </message>
  <message>
   <source>Taps over the end ({over} of {taps}), as ceil mode allows, never count: the sum is divided by {count}{result}.</source>
   <translation>{taps} 个抽头中有 {over} 个伸出末尾（ceil 模式允许），从不计入：和除以 {count}{result}。</translation>
  </message>
  <message>
   <source>Taps over the end ({over} of {taps}), as ceil mode allows, take no part.</source>
   <translation>{taps} 个抽头中有 {over} 个伸出末尾（ceil 模式允许），不参加比较。</translation>
  </message>
  <message>
   <source>Taps over the end ({over} of {taps}), as ceil mode allows, take no part; {y} at row {at}, column {along} wins.</source>
   <translation>{taps} 个抽头中有 {over} 个伸出末尾（ceil 模式允许），不参加比较；第 {at} 行第 {along} 列的 {y} 胜出。</translation>
  </message>
  <message>
   <source>The index is counted in its channel, {at} · {width} + {along} = {index}: there unpooling puts {y} back.</source>
   <translation>索引在所在通道内计数，{at} · {width} + {along} = {index}：反池化把 {y} 放回那里。</translation>
  </message>
  <message>
   <source>The largest of {taps} values is looked for, for row {row}, column {col}.</source>
   <translation>为第 {row} 行第 {col} 列寻找 {taps} 个值中最大的。</translation>
  </message>
  <message>
   <source>The mean of {taps} values is taken, for row {row}, column {col}.</source>
   <translation>为第 {row} 行第 {col} 列求 {taps} 个值的平均值。</translation>
  </message>
  <message>
   <source>The mean of {taps} values is {y}, written to row {row}, column {col}.</source>
   <translation>{taps} 个值的平均值是 {y}，写入第 {row} 行第 {col} 列。</translation>
  </message>
  <message>
   <source>Windows on the stage that hold row {row}, column {col}: {n}.</source>
   <translation>演示区中含有第 {row} 行第 {col} 列的窗口：{n} 个。</translation>
  </message>
  <message>
   <source>Windows on the stage that hold row {row}, column {col}: {n}; it wins in {won} of them. Its index is {index}.</source>
   <translation>演示区中含有第 {row} 行第 {col} 列的窗口：{n} 个，它在其中 {won} 个胜出。它的索引是 {index}。</translation>
  </message>
  <message>
   <source>index = row · {w} + column</source>
   <translation>索引 = 行 · {w} + 列</translation>
  </message>
  <message>
   <source>index = row · {w} + column, in the crop</source>
   <translation>索引 = 行 · {w} + 列，在裁剪区内数</translation>
  </message>
  <message>
   <source>index: row · {w} + column in the crop</source>
   <translation>索引：裁剪区内的行 · {w} + 列</translation>
  </message>
  <message>
   <source>row · {w} + column</source>
   <translation>行 · {w} + 列</translation>
  </message>
  <message>
   <source>row · {w} + column in the crop</source>
   <translation>裁剪区内的行 · {w} + 列</translation>
  </message>
  <message>
   <source>{ties} values are {y}; the first of them, at row {at}, column {along}, wins and is remembered.</source>
   <translation>有 {ties} 个值都是 {y}；其中第一个，第 {at} 行第 {along} 列，胜出并被记住。</translation>
  </message>
  <message>
   <source>{x} at row {at}, column {along} counts {share} in the mean.</source>
   <translation>第 {at} 行第 {along} 列的 {x} 在平均值中占 {share}。</translation>
  </message>
  <message>
   <source>{x} at row {at}, column {along} does not win against {y}.</source>
   <translation>第 {at} 行第 {along} 列的 {x} 没有胜过 {y}。</translation>
  </message>
  <message>
   <source>{x} at row {at}, column {along} wins: no other is larger, and none before as large.</source>
   <translation>第 {at} 行第 {along} 列的 {x} 胜出：没有更大的，前面也没有同样大的。</translation>
  </message>
  <message>
   <source>{y} is the largest of {taps}; its place, row {at}, column {along}, is remembered.</source>
   <translation>{y} 是 {taps} 个值中最大的；并记住它的位置：第 {at} 行第 {along} 列。</translation>
  </message>
 </context>
 <context>
  <name>convviz/labs/pooling.py</name>
  <message>
   <source>Cells from one tap to the next: rows, columns.</source>
   <translation>相邻抽头相隔的格数：行、列。</translation>
  </message>
  <message>
   <source>Cells on each side, at most half of the window: rows, columns; or same-tf, TensorFlow's: ⌈cells / stride⌉ come out.</source>
   <translation>每侧的格数，最多为窗口的一半：行、列；或 same-tf（TensorFlow 的）：输出 ⌈格数 / 步幅⌉ 格。</translation>
  </message>
  <message>
   <source>Cells that the window moves by: rows, columns. As large as the window: no overlap.</source>
   <translation>窗口每次移动的格数：行、列。与窗口一样大时互不重叠。</translation>
  </message>
  <message>
   <source>Count padding</source>
   <translation>计入填充</translation>
  </message>
  <message>
   <source>Kind</source>
   <translation>类型</translation>
  </message>
  <message>
   <source>Last window</source>
   <translation>最后的窗口</translation>
  </message>
  <message>
   <source>Pooling (2-D)</source>
   <translation>池化（二维）</translation>
  </message>
  <message>
   <source>Rows and columns of a window.</source>
   <translation>窗口的行数和列数。</translation>
  </message>
  <message>
   <source>The largest value of each window, or its mean.</source>
   <translation>每个窗口的最大值，或平均值。</translation>
  </message>
  <message>
   <source>Whether a last window may hang over the end: the size is rounded up instead of down.</source>
   <translation>最后一个窗口可否伸出末尾：可以时，大小向上取整而不是向下取整。</translation>
  </message>
  <message>
   <source>Whether the padding's zeros count as cells of the mean.</source>
   <translation>填充的零是否算作平均值的格子。</translation>
  </message>
  <message>
   <source>may hang over (ceil)</source>
   <translation>可伸出（ceil）</translation>
  </message>
  <message>
   <source>must fit (floor)</source>
   <translation>须放得下（floor）</translation>
  </message>
 </context>
 <context>
  <name>convviz/labs/predict.py</name>
  <message>
   <source>The answer is at the end.</source>
   <translation>答案在最后。</translation>
  </message>
  <message>
   <source>The answer is hidden until you have given yours.</source>
   <translation>答案已隐藏，等你作答后再显示。</translation>
  </message>
  <message>
   <source>Think first: the answer is not shown yet.</source>
   <translation>请先想一想：答案尚未显示。</translation>
  </message>
  <message>
   <source>What is asked about the layer is hidden until you have given your answer.</source>
   <translation>关于这一层所问的内容已隐藏，等你作答后再显示。</translation>
  </message>
 </context>
 <context>
  <name>convviz/labs/questions.py</name>
  <message>
   <source>checked when it was asked</source>
   <translation>提问时已检查</translation>
  </message>
  <message>
   <source>how many input cells are never read</source>
   <translation>有多少输入格从未读到</translation>
  </message>
  <message>
   <source>how many output cells on the stage are 0</source>
   <translation>演示区中有多少输出格为 0</translation>
  </message>
  <message>
   <source>how many output cells on the stage are negative</source>
   <translation>演示区中有多少输出格为负</translation>
  </message>
  <message>
   <source>how many stamps overlap on an output cell</source>
   <translation>有多少个印章在一个输出格上重叠</translation>
  </message>
  <message>
   <source>how many taps read padding there</source>
   <translation>那里有多少抽头读到填充</translation>
  </message>
  <message>
   <source>how many windows read an input cell</source>
   <translation>有多少窗口读取一个输入格</translation>
  </message>
  <message>
   <source>how often an input cell is read</source>
   <translation>一个输入格被读取多少次</translation>
  </message>
  <message>
   <source>it has no weights</source>
   <translation>它没有权重</translation>
  </message>
  <message>
   <source>it is no convolution layer</source>
   <translation>它不是卷积层</translation>
  </message>
  <message>
   <source>overlaps</source>
   <translation>重叠次数</translation>
  </message>
  <message>
   <source>the cells of the output</source>
   <translation>输出的格数</translation>
  </message>
  <message>
   <source>the channels of the output</source>
   <translation>输出的通道数</translation>
  </message>
  <message>
   <source>the columns of the column matrix</source>
   <translation>列矩阵的列数</translation>
  </message>
  <message>
   <source>the columns of the output</source>
   <translation>输出的列数</translation>
  </message>
  <message>
   <source>the largest output cell on the stage</source>
   <translation>演示区中最大的输出格</translation>
  </message>
  <message>
   <source>the layer's multiply-accumulates</source>
   <translation>这一层的乘加次数</translation>
  </message>
  <message>
   <source>the layer's parameters</source>
   <translation>这一层的参数个数</translation>
  </message>
  <message>
   <source>the layer's weights</source>
   <translation>这一层的权重个数</translation>
  </message>
  <message>
   <source>the magnitude of an output cell's channels</source>
   <translation>一个输出格各通道的幅值</translation>
  </message>
  <message>
   <source>the numbers in the column matrix</source>
   <translation>列矩阵中数的个数</translation>
  </message>
  <message>
   <source>the output cell on the stage that is farthest from 0</source>
   <translation>演示区中离 0 最远的输出格</translation>
  </message>
  <message>
   <source>the products in one output cell</source>
   <translation>一个输出格的乘积个数</translation>
  </message>
  <message>
   <source>the rows of the column matrix</source>
   <translation>列矩阵的行数</translation>
  </message>
  <message>
   <source>the rows of the output</source>
   <translation>输出的行数</translation>
  </message>
  <message>
   <source>the rows that an output cell sees</source>
   <translation>一个输出格看到的行数</translation>
  </message>
  <message>
   <source>the smallest output cell on the stage</source>
   <translation>演示区中最小的输出格</translation>
  </message>
  <message>
   <source>the sum of the filter's weights</source>
   <translation>滤波器权重之和</translation>
  </message>
  <message>
   <source>the value of an output cell</source>
   <translation>一个输出格的值</translation>
  </message>
  <message>
   <source>{value}, in row {row}, column {col}</source>
   <translation>{value}，位于第 {row} 行第 {col} 列</translation>
  </message>
 </context>
 <context>
  <name>convviz/labs/resize_explain.py</name>
  <message>
   <source>: their mean is {y}</source>
   <translation>：平均值为 {y}</translation>
  </message>
  <message>
   <source>All cells that an output cell touches count alike, so no value goes beyond theirs.</source>
   <translation>输出格触及的所有格子同等计入，所以没有值会超出它们的范围。</translation>
  </message>
  <message>
   <source>For cells around this place that lie outside ({outside} of {taps}) the edge is read once more{result}.</source>
   <translation>这个位置周围的 {taps} 格中有 {outside} 格在外面，在那里再读一次边缘{result}。</translation>
  </message>
  <message>
   <source>No output cell reads row {row}, column {col}: a picture made smaller skips what lies between.</source>
   <translation>没有输出格读取第 {row} 行第 {col} 列：图像缩小时会跳过中间的部分。</translation>
  </message>
  <message>
   <source>Output row {row}, column {col} begins in the cell at row {at}, column {along}: {y} is copied.</source>
   <translation>输出第 {row} 行第 {col} 列起于第 {at} 行第 {along} 列的格子：复制 {y}。</translation>
  </message>
  <message>
   <source>Output row {row}, column {col} covers {h} × {w} cells{mean}.</source>
   <translation>输出第 {row} 行第 {col} 列覆盖 {h} × {w} 格{mean}。</translation>
  </message>
  <message>
   <source>Output row {row}, column {col} lies within the cell at row {at}, column {along}: {y} is copied.</source>
   <translation>输出第 {row} 行第 {col} 列落在第 {at} 行第 {along} 列的格子内：复制 {y}。</translation>
  </message>
  <message>
   <source>Output row {row}, column {col} touches {h} × {w} cells, some in part; each counts in full{mean}.</source>
   <translation>输出第 {row} 行第 {col} 列碰到 {h} × {w} 格，有的只碰到一部分，但每格都完整计入{mean}。</translation>
  </message>
  <message>
   <source>Row {row}, column {col} lies outside: row {r}, column {c} at the edge is read once more.</source>
   <translation>第 {row} 行第 {col} 列在外面：再读一次边缘的第 {r} 行第 {c} 列。</translation>
  </message>
  <message>
   <source>The centre of output row {row}, column {col} lies in row {at}, column {along}: {y} is copied.</source>
   <translation>输出第 {row} 行第 {col} 列的中心落在第 {at} 行第 {along} 列：复制 {y}。</translation>
  </message>
  <message>
   <source>The output cell lies {down} and {across} the pixel it reads most of; its weights: {weights}.</source>
   <translation>输出格位于权重最大的像素的{down}、{across}；各权重：{weights}。</translation>
  </message>
  <message>
   <source>The place is the centre of an input cell: only that one counts, and {y} stays.</source>
   <translation>这个位置正是一个输入格的中心：只有它起作用，{y} 不变。</translation>
  </message>
  <message>
   <source>The place is the middle of 4 cells: each weighs {w}{mean}.</source>
   <translation>这个位置在 4 格的正中：各占 {w}{mean}。</translation>
  </message>
  <message>
   <source>The place lies on a line of centres: {n} of {taps} weights count, the others are 0{value}.</source>
   <translation>这个位置在中心连线上：{taps} 个权重中有 {n} 个起作用，其余为 0{value}。</translation>
  </message>
  <message>
   <source>The weights add up to 1, but some are negative: beside an edge, values go beyond those around them.</source>
   <translation>权重之和为 1，但有些为负：在边缘旁，值会超出周围值的范围。</translation>
  </message>
  <message>
   <source>The weights are never negative and add up to 1: no value goes beyond those around it.</source>
   <translation>权重不为负，和为 1：没有值会超出周围值的范围。</translation>
  </message>
  <message>
   <source>Values are copied and none is made: edges stay sharp, and show the cells they are made of.</source>
   <translation>只复制值，不产生新值：边缘保持锐利，看得出组成它的格子。</translation>
  </message>
  <message>
   <source>{d} of a cell above</source>
   <translation>上方 {d} 格</translation>
  </message>
  <message>
   <source>{d} of a cell below</source>
   <translation>下方 {d} 格</translation>
  </message>
  <message>
   <source>{d} of a cell left of</source>
   <translation>左侧 {d} 格</translation>
  </message>
  <message>
   <source>{d} of a cell right of</source>
   <translation>右侧 {d} 格</translation>
  </message>
  <message>
   <source>{h} × {w} cells become {oh} × {ow}.</source>
   <translation>{h} × {w} 格变成 {oh} × {ow}。</translation>
  </message>
  <message>
   <source>{n} of {taps} weights are negative: they keep edges sharp, where bilinear blurs them{value}.</source>
   <translation>{taps} 个权重中有 {n} 个为负：它们使边缘保持锐利，而双线性会把边缘变模糊{value}。</translation>
  </message>
  <message>
   <source>{y} overshoots: the {taps} values it is made of go from {low} to {high}, and {n} of their weights are negative.</source>
   <translation>{y} 过冲：组成它的 {taps} 个值在 {low} 到 {high} 之间，而其中 {n} 个权重为负。</translation>
  </message>
 </context>
 <context>
  <name>convviz/labs/resize_stage.py</name>
  <message>
   <source>begins at row {row}, column {col}</source>
   <translation>起于第 {row} 行第 {col} 列</translation>
  </message>
  <message>
   <source>begins at {row}, {col}</source>
   <translation>起于 ({row}, {col})</translation>
  </message>
  <message>
   <source>centre at row {row}, column {col}</source>
   <translation>中心在第 {row} 行第 {col} 列</translation>
  </message>
  <message>
   <source>centre {row}, {col}</source>
   <translation>中心 ({row}, {col})</translation>
  </message>
  <message>
   <source>covers {h} × {w}</source>
   <translation>覆盖 {h} × {w}</translation>
  </message>
  <message>
   <source>edge again</source>
   <translation>重复边缘</translation>
  </message>
  <message>
   <source>on rows {rows}, columns {cols}</source>
   <translation>在行 {rows}，列 {cols}</translation>
  </message>
  <message>
   <source>output cell</source>
   <translation>输出格</translation>
  </message>
  <message>
   <source>place {row}, {col}</source>
   <translation>位置 ({row}, {col})</translation>
  </message>
  <message>
   <source>place: row {row}, column {col}</source>
   <translation>位置：第 {row} 行第 {col} 列</translation>
  </message>
  <message>
   <source>{h} × {w}, row × column each</source>
   <translation>{h} × {w}，各为行 × 列</translation>
  </message>
 </context>
 <context>
  <name>convviz/labs/signal.py</name>
  <message>
   <source>A row of the picture, or bits to be encoded: convolution modulo 2, as in channel coding.</source>
   <translation>图像的一行，或待编码的比特：模 2 卷积，如信道编码。</translation>
  </message>
  <message>
   <source>Bits</source>
   <translation>比特</translation>
  </message>
  <message>
   <source>Border</source>
   <translation>边界</translation>
  </message>
  <message>
   <source>Border value</source>
   <translation>边界值</translation>
  </message>
  <message>
   <source>Cells from one tap to the next; 1 is the ordinary kernel.</source>
   <translation>相邻抽头相隔的格数；1 就是普通的卷积核。</translation>
  </message>
  <message>
   <source>Cells that the kernel moves by.</source>
   <translation>卷积核每次移动的格数。</translation>
  </message>
  <message>
   <source>Convolution (1-D)</source>
   <translation>卷积（一维）</translation>
  </message>
  <message>
   <source>Convolution flips the kernel before it slides, y(n) = Σ x(n − k) g(k); correlation does not.</source>
   <translation>卷积先把卷积核翻转再滑动，y(n) = Σ x(n − k) g(k)；互相关不翻转。</translation>
  </message>
  <message>
   <source>Definition</source>
   <translation>定义</translation>
  </message>
  <message>
   <source>Generators</source>
   <translation>生成序列</translation>
  </message>
  <message>
   <source>Numbers such as 1, 2, 1 or [1 2 1]/4, or one of the list.</source>
   <translation>如 1, 2, 1 或 [1 2 1]/4 这样的数，或列表中的一项。</translation>
  </message>
  <message>
   <source>One sequence for each output bit, such as 111, 101: the code of rate 1/2 with K = 3.</source>
   <translation>每个输出比特一个序列，如 111, 101：码率 1/2、K = 3 的码。</translation>
  </message>
  <message>
   <source>Row</source>
   <translation>行</translation>
  </message>
  <message>
   <source>Signal</source>
   <translation>信号</translation>
  </message>
  <message>
   <source>The input, such as 1011.</source>
   <translation>输入，例如 1011。</translation>
  </message>
  <message>
   <source>The number in the padding.</source>
   <translation>填充中的数。</translation>
  </message>
  <message>
   <source>What stands before and after the signal, where the padding is.</source>
   <translation>信号前后填充处是什么。</translation>
  </message>
  <message>
   <source>Which row of the picture is the signal.</source>
   <translation>图像的哪一行作为信号。</translation>
  </message>
  <message>
   <source>a row of the picture</source>
   <translation>图像的一行</translation>
  </message>
  <message>
   <source>bits (channel coding)</source>
   <translation>比特（信道编码）</translation>
  </message>
  <message>
   <source>convolution (flip)</source>
   <translation>卷积（翻转）</translation>
  </message>
  <message>
   <source>cross-correlation</source>
   <translation>互相关</translation>
  </message>
  <message>
   <source>full</source>
   <translation>完全</translation>
  </message>
  <message>
   <source>same, same-tf (TensorFlow's, for any stride), valid, full (wherever kernel and signal meet), or cells: both ends, or before, after.</source>
   <translation>相同（same）、same-tf（TensorFlow 的方式，适用于任意步幅）、有效（valid）、完全（full，凡卷积核与信号相遇之处），或格数：两端一样，或前、后。</translation>
  </message>
 </context>
 <context>
  <name>convviz/labs/signal_stage.py</name>
  <message>
   <source>Codeword</source>
   <translation>码字</translation>
  </message>
  <message>
   <source>black is 0, white is 1</source>
   <translation>黑为 0，白为 1</translation>
  </message>
  <message>
   <source>kernel g{n}</source>
   <translation>卷积核 g{n}</translation>
  </message>
  <message>
   <source>output y{n}</source>
   <translation>输出 y{n}</translation>
  </message>
  <message>
   <source>sent</source>
   <translation>发送</translation>
  </message>
  <message>
   <source>signal x</source>
   <translation>信号 x</translation>
  </message>
 </context>
 <context>
  <name>convviz/labs/signal_text.py</name>
  <message>
   <source>The input</source>
   <translation>输入</translation>
  </message>
  <message>
   <source>box 5</source>
   <translation>方框 5</translation>
  </message>
  <message>
   <source>difference</source>
   <translation>差分</translation>
  </message>
  <message>
   <source>echo</source>
   <translation>回声</translation>
  </message>
  <message>
   <source>smoothing</source>
   <translation>平滑</translation>
  </message>
 </context>
 <context>
  <name>convviz/labs/signal_words.py</name>
  <message>
   <source>: their products add up to {y}</source>
   <translation>：乘积之和为 {y}</translation>
  </message>
  <message>
   <source>; y({n}) = {y}</source>
   <translation>；y({n}) = {y}</translation>
  </message>
  <message>
   <source>At n = {n} the encoder has no memory.</source>
   <translation>n = {n} 时，编码器没有寄存器。</translation>
  </message>
  <message>
   <source>At n = {n} the encoder, which has no memory, sends {symbol}.</source>
   <translation>n = {n} 时，没有寄存器的编码器发送 {symbol}。</translation>
  </message>
  <message>
   <source>At n = {n} the kernel hangs over the end: {outside} of its {taps} taps {border}{equals}.</source>
   <translation>在 n = {n}，卷积核伸出末端：{taps} 个抽头中有 {outside} 个{border}{equals}。</translation>
  </message>
  <message>
   <source>At n = {n}, {state} in memory: the products add up to {ones}, {parity}, so y{which}({n}) = {y}; {symbol} is sent.</source>
   <translation>n = {n} 时，寄存器中为 {state}：乘积之和为 {ones}，是{parity}，所以 y{which}({n}) = {y}；发送 {symbol}。</translation>
  </message>
  <message>
   <source>At n = {n}, {state} in memory: the products are added up modulo 2.</source>
   <translation>n = {n} 时，寄存器中为 {state}：乘积按模 2 相加。</translation>
  </message>
  <message>
   <source>Flipped and slid to n = {n}, the kernel meets {taps} values{sum}.</source>
   <translation>翻转后滑到 n = {n}，卷积核遇到 {taps} 个值{sum}。</translation>
  </message>
  <message>
   <source>Generators, flipped</source>
   <translation>生成序列，已翻转</translation>
  </message>
  <message>
   <source>It remembers the last {flush} bits, so it is in one of {states} states.</source>
   <translation>它记住最近 {flush} 个比特，因此处于 {states} 个状态之一。</translation>
  </message>
  <message>
   <source>Kernel, flipped</source>
   <translation>卷积核，已翻转</translation>
  </message>
  <message>
   <source>Slid to n = {n} as it is, the kernel meets {taps} values{sum}.</source>
   <translation>不翻转，直接滑到 n = {n}，卷积核遇到 {taps} 个值{sum}。</translation>
  </message>
  <message>
   <source>The bits are over; zeros flush the encoder, here at n = {n}.</source>
   <translation>比特已经结束；用零清空编码器，现在 n = {n}。</translation>
  </message>
  <message>
   <source>The bits are over; zeros flush the encoder: at n = {n} it sends {symbol}.</source>
   <translation>比特已送完，用零清空编码器：在 n = {n} 发送 {symbol}。</translation>
  </message>
  <message>
   <source>The {taps} products cancel: the kernel sees nothing at n = {n}.</source>
   <translation>{taps} 个乘积相互抵消：卷积核在 n = {n} 什么也没看到。</translation>
  </message>
  <message>
   <source>With one tap it remembers nothing: each bit is sent by itself.</source>
   <translation>只有一个抽头，它什么也不记：每个比特单独发送。</translation>
  </message>
  <message>
   <source>an even number</source>
   <translation>偶数</translation>
  </message>
  <message>
   <source>an odd number</source>
   <translation>奇数</translation>
  </message>
  <message>
   <source>rate 1/{n}, K = {k}</source>
   <translation>码率 1/{n}，K = {k}</translation>
  </message>
  <message>
   <source>row {row}</source>
   <translation>第 {row} 行</translation>
  </message>
  <message>
   <source>row {row}, columns {left}–{right}</source>
   <translation>第 {row} 行，列 {left}–{right}</translation>
  </message>
  <message>
   <source>row {row}: {left}–{right}</source>
   <translation>第 {row} 行：{left}–{right}</translation>
  </message>
  <message>
   <source>typed</source>
   <translation>键入</translation>
  </message>
  <message>
   <source>{all} bits: {n} × {count}</source>
   <translation>{all} 个比特：{n} × {count}</translation>
  </message>
  <message>
   <source>{k} taps</source>
   <translation>{k} 个抽头</translation>
  </message>
  <message>
   <source>{name} · row {row}, columns {left}–{right}</source>
   <translation>{name} · 第 {row} 行，列 {left}–{right}</translation>
  </message>
  <message>
   <source>{n} bits</source>
   <translation>{n} 个比特</translation>
  </message>
  <message>
   <source>{n} bits, and {flush} zeros to flush it, are sent as {all}.</source>
   <translation>{n} 个比特，加上清空用的 {flush} 个零，发送为 {all} 个比特。</translation>
  </message>
  <message>
   <source>{n} bits, {pads} zeros on either side</source>
   <translation>{n} 个比特，两侧各 {pads} 个零</translation>
  </message>
  <message>
   <source>{n} values</source>
   <translation>{n} 个值</translation>
  </message>
  <message>
   <source>{n} values of the signal make {o} of the output.</source>
   <translation>信号的 {n} 个值得到输出的 {o} 个值。</translation>
  </message>
  <message>
   <source>{n} values · n = {left}–{right}</source>
   <translation>{n} 个值 · n = {left}–{right}</translation>
  </message>
  <message>
   <source>{n} values, {border} padding {pads} → {all}</source>
   <translation>{n} 个值，{border}填充 {pads} → {all}</translation>
  </message>
  <message>
   <source>{n}, padding {pads} → {all}</source>
   <translation>{n}，填充 {pads} → {all}</translation>
  </message>
 </context>
 <context>
  <name>convviz/labs/sizes_text.py</name>
  <message>
   <source>cols = {sum} = {o}</source>
   <translation>列 = {sum} = {o}</translation>
  </message>
  <message>
   <source>cols = {sum} = {o}, p = {sides}</source>
   <translation>列 = {sum} = {o}，p = {sides}</translation>
  </message>
  <message>
   <source>floor: {fh} × {fw}, ceil: {ch} × {cw}</source>
   <translation>floor：{fh} × {fw}，ceil：{ch} × {cw}</translation>
  </message>
  <message>
   <source>o = ⌊i · scale⌋</source>
   <translation>o = ⌊i · 比例⌋</translation>
  </message>
  <message>
   <source>output_size: {h} × {w}</source>
   <translation>output_size：{h} × {w}</translation>
  </message>
  <message>
   <source>pooled: ⌊o / m⌋ = ⌊{o} / {m}⌋ = {n}</source>
   <translation>池化后：⌊o / m⌋ = ⌊{o} / {m}⌋ = {n}</translation>
  </message>
  <message>
   <source>rows = {sum} = {o}</source>
   <translation>行 = {sum} = {o}</translation>
  </message>
  <message>
   <source>rows = {sum} = {o}, p = {sides}</source>
   <translation>行 = {sum} = {o}，p = {sides}</translation>
  </message>
  <message>
   <source>rows, cols = {sum} = {o}</source>
   <translation>行、列 = {sum} = {o}</translation>
  </message>
  <message>
   <source>rows, cols = {sum} = {o}, p = {sides}</source>
   <translation>行、列 = {sum} = {o}，p = {sides}</translation>
  </message>
  <message>
   <source>slices = {sum} = {o}</source>
   <translation>切片 = {sum} = {o}</translation>
  </message>
  <message>
   <source>slices = {sum} = {o}, p = {sides}</source>
   <translation>切片 = {sum} = {o}，p = {sides}</translation>
  </message>
 </context>
 <context>
  <name>convviz/labs/story.py</name>
  <message>
   <source>My kernel</source>
   <translation>我的卷积核</translation>
  </message>
  <message>
   <source>The output channel on the stage.</source>
   <translation>演示区显示的输出通道。</translation>
  </message>
 </context>
 <context>
  <name>convviz/labs/transposed.py</name>
  <message>
   <source>A number that is added to every output cell.</source>
   <translation>加到每个输出格上的数。</translation>
  </message>
  <message>
   <source>Bias</source>
   <translation>偏置</translation>
  </message>
  <message>
   <source>Cells cut off on each side of the output: rows, columns. same-tf (TensorFlow's): so many that stride times as many cells come out, without output padding.</source>
   <translation>从输出每一侧截去的格数：行、列。same-tf（TensorFlow 的）：截去的格数正好使输出是输入的步幅倍，不用输出填充。</translation>
  </message>
  <message>
   <source>Cells show</source>
   <translation>格子显示</translation>
  </message>
  <message>
   <source>Output cells from one stamp to the next: rows, columns.</source>
   <translation>相邻两个印章在输出中相隔的格数：行、列。</translation>
  </message>
  <message>
   <source>Output cells from one tap of a stamp to the next: rows, columns.</source>
   <translation>一个印章中相邻抽头在输出中相隔的格数：行、列。</translation>
  </message>
  <message>
   <source>Output pad</source>
   <translation>输出填充</translation>
  </message>
  <message>
   <source>Rows, columns added at the end, fewer than the stride or the dilation: it tells apart the sizes that a convolution takes to this one.</source>
   <translation>末尾增加的行数和列数，须小于步幅或膨胀率：卷积会把几种大小变成这一大小，用它来区分。</translation>
  </message>
  <message>
   <source>Stamp: every input cell sets the kernel, times its value, onto the output. Gather: an ordinary window, its kernel rotated, over the input with zeros put in. The numbers are the same.</source>
   <translation>印章：每个输入格把卷积核乘以自己的值，印到输出上。收集：在输入中插入零，再用旋转后的卷积核作普通窗口。两者的数相同。</translation>
  </message>
  <message>
   <source>Transposed convolution (2-D)</source>
   <translation>转置卷积（二维）</translation>
  </message>
  <message>
   <source>What output cells show: their values, or how many stamps overlap there. Where a stride does not divide the kernel's size, that is uneven, and seen as a checkerboard.</source>
   <translation>输出格显示什么：值，或有多少个印章在那里重叠。步幅不能整除卷积核大小时重叠不均匀，看起来像棋盘格。</translation>
  </message>
  <message>
   <source>gather</source>
   <translation>收集</translation>
  </message>
  <message>
   <source>stamp</source>
   <translation>印章</translation>
  </message>
 </context>
 <context>
  <name>convviz/labs/transposed_stage.py</name>
  <message>
   <source>Input with zeros</source>
   <translation>插零后的输入</translation>
  </message>
  <message>
   <source>Overlaps</source>
   <translation>重叠次数</translation>
  </message>
  <message>
   <source>no stamp</source>
   <translation>没有印章</translation>
  </message>
  <message>
   <source>reaches the cell</source>
   <translation>印到该格</translation>
  </message>
  <message>
   <source>so far</source>
   <translation>目前</translation>
  </message>
  <message>
   <source>stamps</source>
   <translation>个印章</translation>
  </message>
  <message>
   <source>stamps that overlap</source>
   <translation>印章重叠</translation>
  </message>
  <message>
   <source>sum so far</source>
   <translation>目前的和</translation>
  </message>
  <message>
   <source>{h} × {w} → {sh} × {sw}, padding {pads}</source>
   <translation>{h} × {w} → {sh} × {sw}，填充 {pads}</translation>
  </message>
  <message>
   <source>× {x} = stamp</source>
   <translation>× {x} = 印章</translation>
  </message>
 </context>
 <context>
  <name>convviz/labs/transposed_words.py</name>
  <message>
   <source> to {y}</source>
   <translation>得 {y}</translation>
  </message>
  <message>
   <source>, {a} added</source>
   <translation>，补 {a}</translation>
  </message>
  <message>
   <source>A convolution like it takes {oh} × {ow} back to {h} × {w}: the shape returns, the values do not.</source>
   <translation>参数相同的卷积把 {oh} × {ow} 变回 {h} × {w}：形状回来了，值没有回来。</translation>
  </message>
  <message>
   <source>A convolution like it takes {oh} × {ow} to {bh} × {bw}: so much output padding is not undone.</source>
   <translation>同样参数的卷积把 {oh} × {ow} 变为 {bh} × {bw}：这么大的输出填充无法还原。</translation>
  </message>
  <message>
   <source>A stamp for each cell, ({sh}, {sw}) apart: {h} × {w} cells become {oh} × {ow}.</source>
   <translation>每格一个印章，相隔步幅 ({sh}, {sw})：{h} × {w} 格变成 {oh} × {ow}。</translation>
  </message>
  <message>
   <source>A zero put between the input's cells, at row {row}, column {col} of the input with zeros.</source>
   <translation>输入格之间插入的零，位于插零后输入的第 {row} 行第 {col} 列。</translation>
  </message>
  <message>
   <source>Away from the edges each cell gets one stamp: there is no checkerboard.</source>
   <translation>远离边缘处每格只盖一个印章：没有棋盘格。</translation>
  </message>
  <message>
   <source>Away from the edges {n} overlap everywhere: there is no checkerboard.</source>
   <translation>远离边缘处都是 {n} 个重叠：没有棋盘格。</translation>
  </message>
  <message>
   <source>Column {n} is added by SAME: stamps leave it out, but each input column is to give {s} columns.</source>
   <translation>第 {n} 列由 SAME 补上：印章没有盖到它，但每个输入列都应得到 {s} 列。</translation>
  </message>
  <message>
   <source>Column {n} is added by output_padding.</source>
   <translation>第 {n} 列由 output_padding 增加。</translation>
  </message>
  <message>
   <source>Column {n} is added by output_padding: convolution takes {sizes} columns to {i}; {size} is meant.</source>
   <translation>第 {n} 列由 output_padding 增加：卷积把 {sizes} 列都变成 {i} 列，这里指的是 {size}。</translation>
  </message>
  <message>
   <source>Input cells meet {n} of {taps} taps, zeros the others{bias}{result}.</source>
   <translation>{taps} 个抽头中有 {n} 个遇到输入格，其余遇到零{bias}{result}。</translation>
  </message>
  <message>
   <source>No stamp reaches row {row}, column {col}: it stays {y}.</source>
   <translation>没有印章到达第 {row} 行第 {col} 列：它仍是 {y}。</translation>
  </message>
  <message>
   <source>One stamp alone reaches row {row}, column {col}{bias}{value}.</source>
   <translation>只有一个印章到达第 {row} 行第 {col} 列{bias}{value}。</translation>
  </message>
  <message>
   <source>Padding, 0, at row {row}, column {col} of the input with zeros.</source>
   <translation>填充的 0，位于插零后输入的第 {row} 行第 {col} 列。</translation>
  </message>
  <message>
   <source>Row {n} is added by SAME: stamps leave it out, but each input row is to give {s} rows.</source>
   <translation>第 {n} 行由 SAME 补上：印章没有盖到它，但每个输入行都应得到 {s} 行。</translation>
  </message>
  <message>
   <source>Row {n} is added by output_padding.</source>
   <translation>第 {n} 行由 output_padding 增加。</translation>
  </message>
  <message>
   <source>Row {n} is added by output_padding: convolution takes {sizes} rows to {i}; {size} is meant.</source>
   <translation>第 {n} 行由 output_padding 增加：卷积把 {sizes} 行都变成 {i} 行，这里指的是 {size}。</translation>
  </message>
  <message>
   <source>Row {r}, column {c} of the input; output cells on the stage whose window meets it: {n}.</source>
   <translation>输入的第 {r} 行第 {c} 列；演示区中窗口遇到它的输出格：{n} 个。</translation>
  </message>
  <message>
   <source>SAME: {h} × {w} times the stride are {oh} × {ow}, and the SAME convolution takes them back.</source>
   <translation>SAME：{h} × {w} 乘以步幅得到 {oh} × {ow}，SAME 卷积再把它变回去。</translation>
  </message>
  <message>
   <source>Stride ({sh}, {sw}) stands as zeros between the input's cells, and the window moves by one: {h} × {w} cells become {oh} × {ow}.</source>
   <translation>步幅 ({sh}, {sw}) 成为输入各格之间的零，窗口每次移动一格：{h} × {w} 格变成 {oh} × {ow}。</translation>
  </message>
  <message>
   <source>The padding cuts off all of the stamp of row {row}, column {col}.</source>
   <translation>填充把第 {row} 行第 {col} 列的印章全部裁掉了。</translation>
  </message>
  <message>
   <source>Weight {u}, {v} meets the input at row {i}, column {j}: {x} × {w} = {product}.</source>
   <translation>权重 ({u}, {v}) 遇到输入的第 {i} 行第 {j} 列：{x} × {w} = {product}。</translation>
  </message>
  <message>
   <source>Weight {u}, {v} of no stamp falls on row {row}, column {col}.</source>
   <translation>没有哪个印章的权重 ({u}, {v}) 落在第 {row} 行第 {col} 列。</translation>
  </message>
  <message>
   <source>With stride (1, 1) no zeros stand between the input's cells, and the window moves by one: {h} × {w} cells become {oh} × {ow}.</source>
   <translation>步幅为 (1, 1) 时输入的格之间没有零，窗口每次移动一格：{h} × {w} 格变为 {oh} × {ow}。</translation>
  </message>
  <message>
   <source>also {others} → {i}: output pad {a} gives {o}</source>
   <translation>{others} 也 → {i}：输出填充 {a} 得 {o}</translation>
  </message>
  <message>
   <source>cols = {sum}</source>
   <translation>列 = {sum}</translation>
  </message>
  <message>
   <source>conv: {oh} × {ow} → {h} × {w}</source>
   <translation>卷积：{oh} × {ow} → {h} × {w}</translation>
  </message>
  <message>
   <source>conv: {oh} × {ow} → {h} × {w} ({others} → {i}, too)</source>
   <translation>卷积：{oh} × {ow} → {h} × {w}（{others} 也 → {i}）</translation>
  </message>
  <message>
   <source>p₁ + p₂ = max(d(k − 1) + 1 − s, 0), the odd one after</source>
   <translation>p₁ + p₂ = max(d(k − 1) + 1 − s, 0)，单出来的一格在后面</translation>
  </message>
  <message>
   <source>rows = {sum}</source>
   <translation>行 = {sum}</translation>
  </message>
  <message>
   <source>to</source>
   <translation>到</translation>
  </message>
  <message>
   <source>{n} stamps overlap at row {row}, column {col} and add up{bias}{to}.</source>
   <translation>{n} 个印章在第 {row} 行第 {col} 列重叠，相加{bias}{to}。</translation>
  </message>
  <message>
   <source>{n} stamps overlap at row {row}, column {col} and add up{bias}{to}. Elsewhere {least} to {most} overlap: a checkerboard.</source>
   <translation>{n} 个印章在第 {row} 行第 {col} 列重叠，相加{bias}{to}。别处重叠 {least} 到 {most} 次：形成棋盘格。</translation>
  </message>
  <message>
   <source>{x} at row {row}, column {col} times the kernel; output cells it is stamped on here: {n}.</source>
   <translation>第 {row} 行第 {col} 列的 {x} 乘以卷积核，印到演示区的 {n} 个输出格上。</translation>
  </message>
 </context>
 <context>
  <name>convviz/labs/unpool_stage.py</name>
  <message>
   <source>Maxima</source>
   <translation>最大值</translation>
  </message>
  <message>
   <source>Maxima and indices</source>
   <translation>最大值和索引</translation>
  </message>
  <message>
   <source>{h} × {w}, windows {kh} × {kw}</source>
   <translation>{h} × {w}，窗口 {kh} × {kw}</translation>
  </message>
 </context>
 <context>
  <name>convviz/labs/unpool_words.py</name>
  <message>
   <source>No window holds row {row}, column {col}: nothing was pooled there, and it stays 0.</source>
   <translation>没有窗口含有第 {row} 行第 {col} 列：那里没有参与池化，仍为 0。</translation>
  </message>
  <message>
   <source>Pooled cell {at} is {y}, found at index {index} = {row} · {w} + {col}: it goes back to row {row}, column {col}.</source>
   <translation>池化格（{at}）的值是 {y}，取自索引 {index} = {row} · {w} + {col}：它回到第 {row} 行第 {col} 列。</translation>
  </message>
  <message>
   <source>Row {row}, column {col} is number {index}; none of the {n} windows that hold it remembers that, so it stays 0.</source>
   <translation>第 {row} 行第 {col} 列的编号是 {index}；含有它的 {n} 个窗口都没有记住这个编号，所以它仍为 0。</translation>
  </message>
  <message>
   <source>Row {row}, column {col} is number {index}; pooled cell {at} remembers it, and its maximum {y} goes back there.</source>
   <translation>第 {row} 行第 {col} 列的编号是 {index}；池化格（{at}）记住了它，把自己的最大值 {y} 放回那里。</translation>
  </message>
  <message>
   <source>Row {row}, column {col} is number {index}; the window that holds it remembers {other}, so it stays 0.</source>
   <translation>第 {row} 行第 {col} 列的编号是 {index}；含有它的窗口记住的是 {other}，所以它仍为 0。</translation>
  </message>
  <message>
   <source>Row {row}, column {col} is number {index}; windows that hold it, and are asked what they remember: {n}.</source>
   <translation>第 {row} 行第 {col} 列的编号是 {index}；逐个询问含有它的窗口记住了什么：共 {n} 个。</translation>
  </message>
  <message>
   <source>Row {row}, column {col} is number {index}; {n} pooled cells remember it. Each writes over the one before: {y} of the last, {at}, stays and is not added.</source>
   <translation>第 {row} 行第 {col} 列的编号是 {index}；有 {n} 个池化格记住了它。后写的覆盖先写的：留下的是最后一个（{at}）的 {y}，并不相加。</translation>
  </message>
  <message>
   <source>The windows leave gaps, whose cells no index can name.</source>
   <translation>窗口之间留有空隙，没有索引能指到那里的格子。</translation>
  </message>
  <message>
   <source>The windows overlap, so one cell may be remembered by several; it is put back once.</source>
   <translation>窗口相互重叠，同一格可能被几个窗口记住，但只放回一次。</translation>
  </message>
  <message>
   <source>Without output_size it would be {lh} × {lw}, from which the pooling makes {n} × {m}, too.</source>
   <translation>不指定 output_size 时会是 {lh} × {lw}，池化同样把它变成 {n} × {m}。</translation>
  </message>
  <message>
   <source>{n} × {m} maxima come back to {oh} × {ow} cells; all other cells are 0, for what pooling dropped is lost.</source>
   <translation>{n} × {m} 个最大值回到 {oh} × {ow} 格中；其余的格子都是 0，池化丢掉的值找不回来。</translation>
  </message>
 </context>
 <context>
  <name>convviz/labs/unpooling.py</name>
  <message>
   <source>As large as the picture, or the least that the pooling takes to as many cells: what is made where no output_size is given.</source>
   <translation>与图像一样大，或池化成同样格数的最小大小：不指定 output_size 时得到的就是它。</translation>
  </message>
  <message>
   <source>Cells on each side, at most half of the window: rows, columns.</source>
   <translation>每一侧的格数，最多为窗口的一半：行、列。</translation>
  </message>
  <message>
   <source>Cells that the window moves by: rows, columns. Less than the window: two may remember one cell.</source>
   <translation>窗口每次移动的格数：行、列。小于窗口时，两个窗口可能记住同一格。</translation>
  </message>
  <message>
   <source>Output size</source>
   <translation>输出大小</translation>
  </message>
  <message>
   <source>Rows and columns of a window of the pooling that is undone.</source>
   <translation>要逆转的那个池化的窗口有几行几列。</translation>
  </message>
  <message>
   <source>Unpooling (2-D)</source>
   <translation>反池化（二维）</translation>
  </message>
  <message>
   <source>as the picture</source>
   <translation>与图像相同</translation>
  </message>
 </context>
 <context>
  <name>convviz/labs/upsampling.py</name>
  <message>
   <source>Align</source>
   <translation>对齐</translation>
  </message>
  <message>
   <source>Mode</source>
   <translation>模式</translation>
  </message>
  <message>
   <source>Output cells per input cell: rows, columns. Below 1 the picture is made smaller.</source>
   <translation>每个输入格对应的输出格数：行、列。小于 1 时图像缩小。</translation>
  </message>
  <message>
   <source>Scale</source>
   <translation>缩放比例</translation>
  </message>
  <message>
   <source>Upsampling (2-D)</source>
   <translation>上采样（二维）</translation>
  </message>
  <message>
   <source>What an output cell is made of: one input cell, the 4 or the 16 around its place, or, in equal parts, all that it touches.</source>
   <translation>输出格由什么得到：一个输入格，它周围的 4 个或 16 个，或按同等份量取它碰到的所有格子。</translation>
  </message>
  <message>
   <source>What stays in place: the picture's edges, or the centres of its corner cells (align_corners).</source>
   <translation>什么保持原位：图像的边缘，还是四角格子的中心（align_corners）。</translation>
  </message>
  <message>
   <source>area (mean)</source>
   <translation>面积（平均值）</translation>
  </message>
  <message>
   <source>corners' centres</source>
   <translation>四角的中心</translation>
  </message>
  <message>
   <source>edges</source>
   <translation>边缘</translation>
  </message>
  <message>
   <source>nearest, exact</source>
   <translation>最近邻，精确</translation>
  </message>
 </context>
 <context>
  <name>convviz/labs/vocabulary.py</name>
  <message>
   <source>A flat area then keeps its value; weights whose sum is 0 cannot be normalised</source>
   <translation>平坦区域的值因而不变；和为 0 的权重不能归一化</translation>
  </message>
  <message>
   <source>A function that every sum passes through at last, such as ReLU.</source>
   <translation>每个和最后经过的函数，例如 ReLU。</translation>
  </message>
  <message>
   <source>A larger grid made of a small one by a fixed rule, such as bilinear.</source>
   <translation>按固定规则（例如双线性）由小网格得到的大网格。</translation>
  </message>
  <message>
   <source>A number of a kernel, by which what it lies on is multiplied.</source>
   <translation>卷积核中的一个数，用来乘以它所覆盖的值。</translation>
  </message>
  <message>
   <source>A number that a layer learns: each weight of its filters, and each bias.</source>
   <translation>一层所学习的数：各滤波器的每个权重和每个偏置。</translation>
  </message>
  <message>
   <source>A number that is added to every sum of an output channel.</source>
   <translation>加到一个输出通道每个和上的数。</translation>
  </message>
  <message>
   <source>A small grid of weights that is laid on every part of the input in turn.</source>
   <translation>由权重组成的小网格，依次放在输入的每个部分上。</translation>
  </message>
  <message>
   <source>A stack of kernels, one for each input channel; each filter makes one feature map.</source>
   <translation>一叠卷积核，每个输入通道一个；每个滤波器产生一幅特征图。</translation>
  </message>
  <message>
   <source>All cells of the first input that a cell of a later layer depends on.</source>
   <translation>后面某层的一格所依赖的第一层输入的全部格。</translation>
  </message>
  <message>
   <source>Cells that are put around the input, on each side, so that the window can stand there.</source>
   <translation>在输入每一侧外围补上的格，使窗口可以放在那里。</translation>
  </message>
  <message>
   <source>Every window is written out as a column, so that a convolution is one product of matrices.</source>
   <translation>把每个窗口写成一列，使卷积成为一次矩阵乘法。</translation>
  </message>
  <message>
   <source>Frequency response of a kernel</source>
   <translation>卷积核的频率响应</translation>
  </message>
  <message>
   <source>Jump: input cells between neighbouring outputs</source>
   <translation>间隔：相邻输出之间的输入格数</translation>
  </message>
  <message>
   <source>MACs of a layer</source>
   <translation>一层的乘加运算</translation>
  </message>
  <message>
   <source>Magnitude of a gradient</source>
   <translation>梯度的幅值</translation>
  </message>
  <message>
   <source>Normalised weights</source>
   <translation>归一化的权重</translation>
  </message>
  <message>
   <source>One cell of the window that is read, with the weight it meets.</source>
   <translation>窗口中被读取的一格，以及它所遇到的权重。</translation>
  </message>
  <message>
   <source>One multiplication and the addition of its product, as which the work of a layer is counted.</source>
   <translation>一次乘法并加上其乘积，用来计量一层的运算量。</translation>
  </message>
  <message>
   <source>One of several sizes that are pooled to i cells</source>
   <translation>会被池化成 i 格的几种大小之一</translation>
  </message>
  <message>
   <source>One of the grids of numbers that lie on one another, such as red, green and blue of a picture.</source>
   <translation>叠放在一起的几个数值网格之一，例如图像的红、绿、蓝。</translation>
  </message>
  <message>
   <source>One output cell of a convolution proper</source>
   <translation>真正的卷积的一个输出格</translation>
  </message>
  <message>
   <source>One output cell of a cross-correlation</source>
   <translation>互相关的一个输出格</translation>
  </message>
  <message>
   <source>One window less where the last would begin in the padding behind the input</source>
   <translation>若最后一个窗口会从输入之后的填充中开始，则少一个窗口</translation>
  </message>
  <message>
   <source>Output size of a convolution, and of pooling</source>
   <translation>卷积和池化的输出大小</translation>
  </message>
  <message>
   <source>Output size of a transposed convolution</source>
   <translation>转置卷积的输出大小</translation>
  </message>
  <message>
   <source>Output size of pooling with ceil_mode</source>
   <translation>ceil_mode 池化的输出大小</translation>
  </message>
  <message>
   <source>Output size of unpooling</source>
   <translation>反池化的输出大小</translation>
  </message>
  <message>
   <source>Output size of upsampling</source>
   <translation>上采样的输出大小</translation>
  </message>
  <message>
   <source>Output size with TensorFlow's SAME</source>
   <translation>TensorFlow 的 SAME 的输出大小</translation>
  </message>
  <message>
   <source>Padding that keeps the size (same, stride 1)</source>
   <translation>保持大小的填充（same，步幅 1）</translation>
  </message>
  <message>
   <source>Parameters of a layer</source>
   <translation>一层的参数</translation>
  </message>
  <message>
   <source>Parts into which the channels are divided; a filter reads the channels of its own part only.</source>
   <translation>把通道分成若干部分；一个滤波器只读取自己那部分的通道。</translation>
  </message>
  <message>
   <source>Receptive field, layer by layer</source>
   <translation>逐层计算的感受野</translation>
  </message>
  <message>
   <source>The distance between neighbouring taps: 1 is the ordinary kernel, 2 leaves out one cell between.</source>
   <translation>相邻抽头之间的距离：1 是普通卷积核，2 在其间空出一格。</translation>
  </message>
  <message>
   <source>The kernel is laid on as it is, multiplied and summed; deep learning calls this convolution.</source>
   <translation>卷积核按原样放上，相乘再求和；深度学习把它叫作卷积。</translation>
  </message>
  <message>
   <source>The kernel is rotated by 180° before it is laid on, multiplied and summed.</source>
   <translation>卷积核先旋转 180° 再放上，相乘再求和。</translation>
  </message>
  <message>
   <source>The largest, or the mean, of the values in each window; nothing is learned in it.</source>
   <translation>每个窗口中的最大值或平均值；其中没有可学习的量。</translation>
  </message>
  <message>
   <source>The number of cells by which the window moves from one output cell to the next.</source>
   <translation>从一个输出格到下一个输出格，窗口移动的格数。</translation>
  </message>
  <message>
   <source>The numbers that a layer makes of its input: a feature map for each of its filters.</source>
   <translation>一层由输入得到的数：每个滤波器得到一幅特征图。</translation>
  </message>
  <message>
   <source>The numbers that a layer reads: a picture, or the feature maps of the layer before.</source>
   <translation>一层所读取的数：一幅图像，或上一层的特征图。</translation>
  </message>
  <message>
   <source>The padding in all is what the last window needs: (o − 1)·s + d·(k − 1) + 1 − i, at least 0</source>
   <translation>总填充是最后一个窗口所需要的：(o − 1)·s + d·(k − 1) + 1 − i，至少为 0</translation>
  </message>
  <message>
   <source>The part of the input that the kernel lies on at one step.</source>
   <translation>某一步中卷积核所覆盖的那部分输入。</translation>
  </message>
  <message>
   <source>The same with the kernel rotated by 180°; k: rows and columns of the kernel</source>
   <translation>同上，但卷积核旋转 180°；k：卷积核的行数和列数</translation>
  </message>
  <message>
   <source>The way back from max pooling: each maximum goes to where it came from, all else is 0.</source>
   <translation>沿最大池化往回走：每个最大值回到原处，其余都是 0。</translation>
  </message>
  <message>
   <source>The way back in shape: each input cell scales the kernel and adds it into the output; it does not undo a convolution.</source>
   <translation>只在形状上往回走：每个输入格缩放卷积核并把它加到输出上；它并不还原卷积。</translation>
  </message>
  <message>
   <source>What one filter makes of the whole input: one channel of the output.</source>
   <translation>一个滤波器作用于整个输入的结果：输出的一个通道。</translation>
  </message>
  <message>
   <source>Where k is even and d odd, the half cell goes to the end</source>
   <translation>k 为偶数而 d 为奇数时，多出的半格放在末尾</translation>
  </message>
  <message>
   <source>a: output padding, rows and columns more at the end</source>
   <translation>a：输出填充，末尾多出的行和列</translation>
  </message>
  <message>
   <source>f and g: cycles per pixel, from −½ to ½; |H| is how strongly such a wave passes</source>
   <translation>f 和 g：每像素周期数，从 −½ 到 ½；|H| 是这样的波通过的强度</translation>
  </message>
  <message>
   <source>f: scale factor</source>
   <translation>f：倍数（缩放比例）</translation>
  </message>
  <message>
   <source>gₓ and gᵧ: what an edge kernel and the same turned by 90° find</source>
   <translation>gₓ 和 gᵧ：边缘卷积核及其旋转 90° 后所得的结果</translation>
  </message>
  <message>
   <source>j₀: the jump before the layer</source>
   <translation>j₀：该层之前的间隔</translation>
  </message>
  <message>
   <source>m: output channels, n: input channels, g: groups, kₕ and kᵥ: rows and columns of the kernel; the last m are the biases</source>
   <translation>m：输出通道，n：输入通道，g：分组，kₕ 和 kᵥ：卷积核的行数和列数；最后的 m 是偏置</translation>
  </message>
  <message>
   <source>o: output cells, i: input cells, p: padding on each side, d: dilation, k: kernel, s: stride</source>
   <translation>o：输出格数，i：输入格数，p：每侧的填充，d：膨胀率，k：卷积核，s：步幅</translation>
  </message>
  <message>
   <source>oₕ and oᵥ: rows and columns of the output</source>
   <translation>oₕ 和 oᵥ：输出的行数和列数</translation>
  </message>
  <message>
   <source>r₀ and j₀: the field and the jump before the layer, both 1 at the input</source>
   <translation>r₀ 和 j₀：该层之前的感受野和间隔，在输入处都是 1</translation>
  </message>
  <message>
   <source>x: input, w: weights, b: bias, n: channels, u and v: rows and columns of the kernel, s: stride, p: padding, d: dilation</source>
   <translation>x：输入，w：权重，b：偏置，n：通道，u 和 v：卷积核的行和列，s：步幅，p：填充，d：膨胀率</translation>
  </message>
 </context>
 <context>
  <name>convviz/labs/volume.py</name>
  <message>
   <source>A number that is added to every sum.</source>
   <translation>加到每个和上的数。</translation>
  </message>
  <message>
   <source>Cells from one tap to the next: one number, or slices, rows, columns.</source>
   <translation>相邻抽头相隔的格数：一个数，或切片、行、列。</translation>
  </message>
  <message>
   <source>Cells that the window moves by: one number, or slices, rows, columns.</source>
   <translation>窗口每次移动的格数：一个数，或切片、行、列。</translation>
  </message>
  <message>
   <source>Convolution (3-D)</source>
   <translation>卷积（三维）</translation>
  </message>
  <message>
   <source>Cross-correlation lays the kernel on as it is; convolution proper turns it round along all three axes first.</source>
   <translation>互相关把卷积核原样放上去；真正的卷积先把它沿三个轴全部翻转。</translation>
  </message>
  <message>
   <source>Depth</source>
   <translation>深度</translation>
  </message>
  <message>
   <source>Output slice</source>
   <translation>输出切片</translation>
  </message>
  <message>
   <source>What each slice's kernel is multiplied by: there are as many slices as numbers. −1, 0, 1 sees what changes from slice to slice, such as motion.</source>
   <translation>每个切片的卷积核乘以什么：有几个数就有几个切片。−1、0、1 看到切片之间的变化，例如运动。</translation>
  </message>
  <message>
   <source>What stands outside the stack, before its first and after its last slice too.</source>
   <translation>切片堆之外是什么，包括第一个切片之前和最后一个切片之后。</translation>
  </message>
  <message>
   <source>Which slice of the output is on the stage. Its window reads the slices around it.</source>
   <translation>演示区显示输出的哪个切片。它的窗口读取周围的切片。</translation>
  </message>
  <message>
   <source>convolution (turned)</source>
   <translation>卷积（翻转）</translation>
  </message>
  <message>
   <source>same (stride 1), same-tf (TensorFlow's, for any stride), valid, or cells: one number; slices, rows, columns; or before and after for each of them.</source>
   <translation>相同（same，步幅 1）、same-tf（TensorFlow 的方式，适用于任意步幅）、有效（valid），或格数：一个数；切片、行、列；或各自的前与后。</translation>
  </message>
 </context>
 <context>
  <name>convviz/labs/volume_stage.py</name>
  <message>
   <source>one pixel</source>
   <translation>一个像素</translation>
  </message>
  <message>
   <source>one pixel of each</source>
   <translation>各切片的同一像素</translation>
  </message>
  <message>
   <source>slices: {n}</source>
   <translation>{n} 个切片</translation>
  </message>
 </context>
 <context>
  <name>convviz/labs/volume_text.py</name>
  <message>
   <source>one slice</source>
   <translation>单个切片</translation>
  </message>
  <message>
   <source>second difference</source>
   <translation>二阶差分</translation>
  </message>
 </context>
 <context>
  <name>convviz/labs/volume_words.py</name>
  <message>
   <source>, for output slice {z}, row {row}, column {col}</source>
   <translation>，用于输出切片 {z} 的第 {row} 行第 {col} 列</translation>
  </message>
  <message>
   <source>: {y} in output slice {z} at row {row}, column {col}</source>
   <translation>：输出切片 {z} 的第 {row} 行第 {col} 列为 {y}</translation>
  </message>
  <message>
   <source>A window of one slice: 1 product of slice {first}{result}.</source>
   <translation>单切片窗口：切片 {first} 的 1 个乘积{result}。</translation>
  </message>
  <message>
   <source>A window of one slice: {taps} products of slice {first}, summed{result}.</source>
   <translation>单切片窗口：切片 {first} 的 {taps} 个乘积求和{result}。</translation>
  </message>
  <message>
   <source>In each slice the window hangs over the edge: {outside} of its {of} taps {padding}{result}.</source>
   <translation>每个切片的 {of} 个抽头中有 {outside} 个伸出边缘，{padding}{result}。</translation>
  </message>
  <message>
   <source>In slice {place} the pixel in the window's middle is {x}. Output slices that read it: {outputs}.</source>
   <translation>切片 {place} 中，窗口中心的像素是 {x}。读取它的输出切片：{outputs}。</translation>
  </message>
  <message>
   <source>No window reads slice {place}: the stride or the size skips it.</source>
   <translation>没有窗口读取切片 {place}：步幅或大小跳过了它。</translation>
  </message>
  <message>
   <source>Output cells on the stage that read slice {slice}, row {row}, column {col}: {n}.</source>
   <translation>演示区中读取切片 {slice} 第 {row} 行第 {col} 列的输出格：{n} 个。</translation>
  </message>
  <message>
   <source>Output {n}</source>
   <translation>输出 {n}</translation>
  </message>
  <message>
   <source>Output, slice {n}</source>
   <translation>输出，切片 {n}</translation>
  </message>
  <message>
   <source>Place {place} lies outside the stack: padding, here {x}. Output slices that read it: {outputs}.</source>
   <translation>位置 {place} 在切片堆之外：是填充，这里为 {x}。读取它的输出切片：{outputs}。</translation>
  </message>
  <message>
   <source>Slice {first}</source>
   <translation>切片 {first}</translation>
  </message>
  <message>
   <source>Slice {slice}, row {row}, column {col} is padding, {value}; output cells on the stage that read it: {n}.</source>
   <translation>切片 {slice} 的第 {row} 行第 {col} 列是填充，值为 {value}；演示区中读取它的输出格：{n} 个。</translation>
  </message>
  <message>
   <source>Slices {first} to {last}</source>
   <translation>切片 {first} 到 {last}</translation>
  </message>
  <message>
   <source>Slices {first} to {last}, every {step}</source>
   <translation>切片 {first} 到 {last}，每 {step} 个取一</translation>
  </message>
  <message>
   <source>Slices {first} – {last}</source>
   <translation>切片 {first} – {last}</translation>
  </message>
  <message>
   <source>The padding at slice {slice}, row {row}, column {col} copies slice {s}, row {r}, column {c}.</source>
   <translation>切片 {slice} 第 {row} 行第 {col} 列的填充复制切片 {s} 第 {r} 行第 {c} 列。</translation>
  </message>
  <message>
   <source>The products of slices {first} to {last} cancel: what is the same in all of them leaves 0 at row {row}, column {col}.</source>
   <translation>切片 {first} 到 {last} 的乘积相互抵消：各切片中相同的部分在第 {row} 行第 {col} 列只留下 0。</translation>
  </message>
  <message>
   <source>The window for output slice {z} hangs over the stack's {end}, {outside} of its {n} slices {padding}.</source>
   <translation>输出切片 {z} 的窗口伸出切片堆的{end}：{n} 个切片中有 {outside} 个{padding}。</translation>
  </message>
  <message>
   <source>The window has {places} places in a stack of {stack}: slices, rows, columns.</source>
   <translation>窗口在 {stack}（切片、行、列）的切片堆中有 {places} 个位置。</translation>
  </message>
  <message>
   <source>This picture is a single slice, {outside} of the window's {n} slices lying beyond it and {padding}.</source>
   <translation>这幅图像只有一个切片：窗口的 {n} 个切片中有 {outside} 个在它之外，{padding}。</translation>
  </message>
  <message>
   <source>Weight {n}, {i}, {j} meets slice {slice} at row {row}, column {col}: {x} × {w} = {product}.</source>
   <translation>权重 ({n}, {i}, {j}) 遇到切片 {slice} 的第 {row} 行第 {col} 列：{x} × {w} = {product}。</translation>
  </message>
  <message>
   <source>back</source>
   <translation>后端</translation>
  </message>
  <message>
   <source>copying the nearest slice</source>
   <translation>复制最近的切片</translation>
  </message>
  <message>
   <source>copying the slices mirrored at the edge</source>
   <translation>复制以边缘为镜的切片</translation>
  </message>
  <message>
   <source>copying the slices of the opposite end</source>
   <translation>复制对面一端的切片</translation>
  </message>
  <message>
   <source>front</source>
   <translation>前端</translation>
  </message>
  <message>
   <source>front and back</source>
   <translation>前后两端</translation>
  </message>
  <message>
   <source>holding {value} everywhere</source>
   <translation>处处为 {value}</translation>
  </message>
  <message>
   <source>{size}, padding {pads} → {padded}</source>
   <translation>{size}，填充 {pads} → {padded}</translation>
  </message>
  <message>
   <source>{size}, {border} padding {pads} → {padded}</source>
   <translation>{size}，{border}填充 {pads} → {padded}</translation>
  </message>
  <message>
   <source>{size}: slices, rows, columns</source>
   <translation>{size}：切片、行、列</translation>
  </message>
  <message>
   <source>{taps} products of {n} slices, {first} to {last}, summed{result}.</source>
   <translation>切片 {first} 到 {last}（{n} 个）的 {taps} 个乘积求和{result}。</translation>
  </message>
 </context>
 <context>
  <name>convviz/paint/film.py</name>
  <message>
   <source>a film has at least one moment</source>
   <translation>影片至少要有一个时刻</translation>
  </message>
 </context>
 <context>
  <name>convviz/paint/paper.py</name>
  <message>
   <source>Page {n}</source>
   <translation>第 {n} 页</translation>
  </message>
 </context>
 <context>
  <name>convviz/paint/reel.py</name>
  <message>
   <source>Answer: {truth}</source>
   <translation>答案：{truth}</translation>
  </message>
 </context>
 <context>
  <name>convviz/scene/examples.py</name>
  <message>
   <source>1 × 1: a mix of channels at each pixel</source>
   <translation>1 × 1：在每个像素处混合各通道</translation>
  </message>
  <message>
   <source>7 × 7 × 3, two filters, stride 2, padding 1</source>
   <translation>7 × 7 × 3，两个滤波器，步幅 2，填充 1</translation>
  </message>
  <message>
   <source>8 channels, 8 filters of 1 × 1: pointwise, the second half</source>
   <translation>8 个通道，8 个 1 × 1 滤波器：逐点卷积，后一半</translation>
  </message>
  <message>
   <source>8 channels, 8 filters: 4 groups</source>
   <translation>8 个通道，8 个滤波器：4 个分组</translation>
  </message>
  <message>
   <source>8 channels, 8 filters: dense</source>
   <translation>8 个通道，8 个滤波器：不分组</translation>
  </message>
  <message>
   <source>8 channels, 8 filters: depthwise, the first half of a MobileNet's layer</source>
   <translation>8 个通道，8 个滤波器：逐通道，MobileNet 一层的前一半</translation>
  </message>
  <message>
   <source>A clip: what moves from frame to frame</source>
   <translation>影像片段：帧与帧之间什么在动</translation>
  </message>
  <message>
   <source>A layer: convolution, bias, ReLU, max pooling</source>
   <translation>一层：卷积、偏置、ReLU、最大池化</translation>
  </message>
  <message>
   <source>A row of the picture as a signal: flip and slide</source>
   <translation>把图像的一行当作信号：翻转并滑动</translation>
  </message>
  <message>
   <source>A volume: edges from slice to slice</source>
   <translation>体数据：切片之间的边缘</translation>
  </message>
  <message>
   <source>Convolution proper: the kernel rotated by 180°</source>
   <translation>真正的卷积：卷积核旋转 180°</translation>
  </message>
  <message>
   <source>Dilation 2: 7 × 7 → 3 × 3</source>
   <translation>膨胀率 2：7 × 7 → 3 × 3</translation>
  </message>
  <message>
   <source>Dilation 2: the comb of taps</source>
   <translation>膨胀率 2：梳齿状的抽头</translation>
  </message>
  <message>
   <source>Each channel by itself</source>
   <translation>每个通道各自滤波</translation>
  </message>
  <message>
   <source>Full padding: 5 × 5 → 7 × 7</source>
   <translation>完全填充：5 × 5 → 7 × 7</translation>
  </message>
  <message>
   <source>Max pooling 2 × 2 and the way back</source>
   <translation>最大池化 2 × 2 与反池化</translation>
  </message>
  <message>
   <source>Motion blur in colour</source>
   <translation>彩色图像的运动模糊</translation>
  </message>
  <message>
   <source>No padding: 4 × 4 → 2 × 2</source>
   <translation>无填充：4 × 4 → 2 × 2</translation>
  </message>
  <message>
   <source>No padding: 5 × 5 → 3 × 3</source>
   <translation>无填充：5 × 5 → 3 × 3</translation>
  </message>
  <message>
   <source>Padding 1: 5 × 5 → 5 × 5</source>
   <translation>填充 1：5 × 5 → 5 × 5</translation>
  </message>
  <message>
   <source>Padding 2, a 4 × 4 kernel: 5 × 5 → 6 × 6</source>
   <translation>填充 2，4 × 4 卷积核：5 × 5 → 6 × 6</translation>
  </message>
  <message>
   <source>Pooling windows that overlap: 3 × 3, stride 2</source>
   <translation>窗口重叠的池化：3 × 3，步幅 2</translation>
  </message>
  <message>
   <source>Stacked dilations 2, 2, 2: the cells that are never seen</source>
   <translation>堆叠膨胀率 2、2、2：永远看不到的格子</translation>
  </message>
  <message>
   <source>Stride 2, padding 1: 5 × 5 → 3 × 3</source>
   <translation>步幅 2，填充 1：5 × 5 → 3 × 3</translation>
  </message>
  <message>
   <source>Stride 2: 5 × 5 → 2 × 2</source>
   <translation>步幅 2：5 × 5 → 2 × 2</translation>
  </message>
  <message>
   <source>Stride 2: a row and a column of padding that nothing reads</source>
   <translation>步幅 2：填充中没有窗口读到的一行和一列</translation>
  </message>
  <message>
   <source>The classic: 5 × 5 × 3, padding 1, two filters, stride 2 → 3 × 3 × 2</source>
   <translation>经典示例：5 × 5 × 3，填充 1，两个滤波器，步幅 2 → 3 × 3 × 2</translation>
  </message>
  <message>
   <source>The convolutional code 7, 5: 1011 is sent</source>
   <translation>卷积码 (7, 5)：发送 1011</translation>
  </message>
  <message>
   <source>Transposed, padding 1: 5 × 5 → 5 × 5</source>
   <translation>转置，填充 1：5 × 5 → 5 × 5</translation>
  </message>
  <message>
   <source>Transposed, padding 2: 6 × 6 → 5 × 5</source>
   <translation>转置，填充 2：6 × 6 → 5 × 5</translation>
  </message>
  <message>
   <source>Transposed, padding 2: 7 × 7 → 5 × 5</source>
   <translation>转置，填充 2：7 × 7 → 5 × 5</translation>
  </message>
  <message>
   <source>Transposed, stride 2, padding 1, one more row: 3 × 3 → 6 × 6</source>
   <translation>转置，步幅 2，填充 1，多一行：3 × 3 → 6 × 6</translation>
  </message>
  <message>
   <source>Transposed, stride 2, padding 1: 3 × 3 → 5 × 5</source>
   <translation>转置，步幅 2，填充 1：3 × 3 → 5 × 5</translation>
  </message>
  <message>
   <source>Transposed, stride 2: 2 × 2 → 5 × 5</source>
   <translation>转置，步幅 2：2 × 2 → 5 × 5</translation>
  </message>
  <message>
   <source>Transposed: 2 × 2 → 4 × 4</source>
   <translation>转置：2 × 2 → 4 × 4</translation>
  </message>
 </context>
 <context>
  <name>convviz/scene/kernel.py</name>
  <message>
   <source>Ones 3×3</source>
   <translation>全 1 核 3×3</translation>
  </message>
 </context>
 <context>
  <name>convviz/scene/reasons.py</name>
  <message>
   <source>a list</source>
   <translation>列表</translation>
  </message>
  <message>
   <source>a number</source>
   <translation>数</translation>
  </message>
  <message>
   <source>a number is out of range</source>
   <translation>有一个数超出范围</translation>
  </message>
  <message>
   <source>a number with a point or an exponent</source>
   <translation>带小数点或指数的数</translation>
  </message>
  <message>
   <source>a text</source>
   <translation>文本</translation>
  </message>
  <message>
   <source>a text in base64</source>
   <translation>base64 文本</translation>
  </message>
  <message>
   <source>a truth value</source>
   <translation>真假值</translation>
  </message>
  <message>
   <source>an integer</source>
   <translation>整数</translation>
  </message>
  <message>
   <source>an object</source>
   <translation>对象</translation>
  </message>
  <message>
   <source>it ends too early</source>
   <translation>内容提前结束</translation>
  </message>
  <message>
   <source>it is nested too deeply</source>
   <translation>嵌套过深</translation>
  </message>
  <message>
   <source>it is no base64</source>
   <translation>不是 base64</translation>
  </message>
  <message>
   <source>it is not JSON from byte {byte} on</source>
   <translation>从第 {byte} 个字节起不是 JSON</translation>
  </message>
  <message>
   <source>true or false</source>
   <translation>true 或 false</translation>
  </message>
  <message>
   <source>{one} or {others}</source>
   <translation>{one} 或 {others}</translation>
  </message>
  <message>
   <source>{wanted} should stand there</source>
   <translation>此处应为 {wanted}</translation>
  </message>
  <message>
   <source>{wanted} should stand there, of length {bound}</source>
   <translation>此处应为长度 {bound} 的 {wanted}</translation>
  </message>
  <message>
   <source>{wanted} should stand there, of length {length}</source>
   <translation>此处应为长度 {length} 的 {wanted}</translation>
  </message>
  <message>
   <source>{wanted} should stand where {found} stands</source>
   <translation>此处应为 {wanted}，而不是 {found}</translation>
  </message>
  <message>
   <source>{wanted} {bound} should stand there</source>
   <translation>此处应为 {bound} 的 {wanted}</translation>
  </message>
  <message>
   <source>{what} (at {place})</source>
   <translation>{what}（在 {place} 处）</translation>
  </message>
  <message>
   <source>{what}, at {place}</source>
   <translation>{what}，在 {place} 处</translation>
  </message>
  <message>
   <source>“{name}” is missing</source>
   <translation>缺少“{name}”</translation>
  </message>
  <message>
   <source>“{name}” is unknown</source>
   <translation>“{name}”是未知的</translation>
  </message>
  <message>
   <source>“{value}” is not one of the values there are</source>
   <translation>“{value}”不是已有的值之一</translation>
  </message>
 </context>
 <context>
  <name>convviz/state/calculator.py</name>
  <message>
   <source>layer {n}</source>
   <translation>层 {n}</translation>
  </message>
 </context>
 <context>
  <name>convviz/state/documents.py</name>
  <message>
   <source>Saved the scene {name}.</source>
   <translation>已保存场景 {name}。</translation>
  </message>
 </context>
 <context>
  <name>convviz/state/exporting.py</name>
  <message>
   <source>Exported {name}, {width} × {height} pixels.</source>
   <translation>已导出 {name}，{width} × {height} 像素。</translation>
  </message>
  <message>
   <source>Exported {name}: {width} × {height} pixels, {seconds} s at {fps} frames per second.</source>
   <translation>已导出 {name}：{width} × {height} 像素，{seconds} 秒，每秒 {fps} 帧。</translation>
  </message>
 </context>
 <context>
  <name>convviz/state/saving.py</name>
  <message>
   <source>Copying the result …</source>
   <translation>正在复制结果…</translation>
  </message>
  <message>
   <source>Saved {name}, {channels} channels of {width} × {height} pixels.</source>
   <translation>已保存 {name}，{channels} 个通道，{width} × {height} 像素。</translation>
  </message>
  <message>
   <source>Saved {name}, {width} × {height} pixels.</source>
   <translation>已保存 {name}，{width} × {height} 像素。</translation>
  </message>
  <message>
   <source>Saving {name} …</source>
   <translation>正在保存 {name}…</translation>
  </message>
  <message>
   <source>Waiting for the result …</source>
   <translation>正在等待结果…</translation>
  </message>
 </context>
 <context>
  <name>convviz/state/settings.py</name>
  <message>
   <source>What was on screen last time could not be brought back. ({reason})</source>
   <translation>上次屏幕上的内容无法恢复。（{reason}）</translation>
  </message>
  <message>
   <source>Your settings could not be read and are the defaults now. The old file was kept as {kept}. ({reason})</source>
   <translation>无法读取你的设置，现已恢复默认。旧文件保留为 {kept}。（{reason}）</translation>
  </message>
  <message>
   <source>Your settings could not be read and will not be saved: {path} could not be moved aside. ({reason})</source>
   <translation>无法读取你的设置，因此也不会保存：{path} 无法移开。（{reason}）</translation>
  </message>
  <message>
   <source>it is no file</source>
   <translation>它不是文件</translation>
  </message>
 </context>
 <context>
  <name>convviz/state/workspace.py</name>
  <message>
   <source>Your work cannot be kept: {path} cannot be written to.</source>
   <translation>你的工作无法保留：{path} 无法写入。</translation>
  </message>
 </context>
 <context>
  <name>convviz/views/actions.py</name>
  <message>
   <source>&amp;About ConvViz</source>
   <translation>关于 ConvViz(&amp;A)</translation>
  </message>
  <message>
   <source>&amp;Add this view to my lesson</source>
   <translation>把这个画面加入我的课程(&amp;A)</translation>
  </message>
  <message>
   <source>&amp;Back to the page</source>
   <translation>回到课程页(&amp;B)</translation>
  </message>
  <message>
   <source>&amp;Cells on the stage</source>
   <translation>演示区格数(&amp;C)</translation>
  </message>
  <message>
   <source>&amp;Clear</source>
   <translation>清除(&amp;C)</translation>
  </message>
  <message>
   <source>&amp;Close the lesson</source>
   <translation>关闭课程(&amp;C)</translation>
  </message>
  <message>
   <source>&amp;Copy result</source>
   <translation>复制结果(&amp;C)</translation>
  </message>
  <message>
   <source>&amp;Edit</source>
   <translation>编辑(&amp;E)</translation>
  </message>
  <message>
   <source>&amp;Export this kernel…</source>
   <translation>导出这个卷积核(&amp;E)…</translation>
  </message>
  <message>
   <source>&amp;File</source>
   <translation>文件(&amp;F)</translation>
  </message>
  <message>
   <source>&amp;Film of a lesson…</source>
   <translation>课程影片(&amp;F)…</translation>
  </message>
  <message>
   <source>&amp;Find a kernel</source>
   <translation>查找卷积核(&amp;F)</translation>
  </message>
  <message>
   <source>&amp;Full screen</source>
   <translation>全屏(&amp;F)</translation>
  </message>
  <message>
   <source>&amp;Go to row, column…</source>
   <translation>转到行、列(&amp;G)…</translation>
  </message>
  <message>
   <source>&amp;Handout of a lesson…</source>
   <translation>课程讲义(&amp;H)…</translation>
  </message>
  <message>
   <source>&amp;Help</source>
   <translation>帮助(&amp;H)</translation>
  </message>
  <message>
   <source>&amp;Import a kernel…</source>
   <translation>导入卷积核(&amp;I)…</translation>
  </message>
  <message>
   <source>&amp;Interface size</source>
   <translation>界面大小(&amp;I)</translation>
  </message>
  <message>
   <source>&amp;Kernels</source>
   <translation>卷积核(&amp;K)</translation>
  </message>
  <message>
   <source>&amp;Keys</source>
   <translation>快捷键(&amp;K)</translation>
  </message>
  <message>
   <source>&amp;Larger content</source>
   <translation>放大内容(&amp;L)</translation>
  </message>
  <message>
   <source>&amp;Last step</source>
   <translation>最后一步(&amp;L)</translation>
  </message>
  <message>
   <source>&amp;Lessons</source>
   <translation>课程(&amp;L)</translation>
  </message>
  <message>
   <source>&amp;My lesson…</source>
   <translation>我的课程(&amp;M)…</translation>
  </message>
  <message>
   <source>&amp;New canvas…</source>
   <translation>新建画布(&amp;N)…</translation>
  </message>
  <message>
   <source>&amp;Next page</source>
   <translation>下一页(&amp;N)</translation>
  </message>
  <message>
   <source>&amp;Normalise to sum 1</source>
   <translation>归一化（和为 1）(&amp;N)</translation>
  </message>
  <message>
   <source>&amp;Open a lesson…</source>
   <translation>打开课程(&amp;O)…</translation>
  </message>
  <message>
   <source>&amp;Open image…</source>
   <translation>打开图像(&amp;O)…</translation>
  </message>
  <message>
   <source>&amp;Paste image</source>
   <translation>粘贴图像(&amp;P)</translation>
  </message>
  <message>
   <source>&amp;Play or pause</source>
   <translation>播放或暂停(&amp;P)</translation>
  </message>
  <message>
   <source>&amp;Playback</source>
   <translation>播放(&amp;P)</translation>
  </message>
  <message>
   <source>&amp;Present</source>
   <translation>演示(&amp;P)</translation>
  </message>
  <message>
   <source>&amp;Previous page</source>
   <translation>上一页(&amp;P)</translation>
  </message>
  <message>
   <source>&amp;Quit</source>
   <translation>退出(&amp;Q)</translation>
  </message>
  <message>
   <source>&amp;Redo</source>
   <translation>重做(&amp;R)</translation>
  </message>
  <message>
   <source>&amp;Reduced motion</source>
   <translation>减少动画(&amp;R)</translation>
  </message>
  <message>
   <source>&amp;Reveal the answer, or try again</source>
   <translation>揭晓答案，或重新作答(&amp;R)</translation>
  </message>
  <message>
   <source>&amp;Rotate by 90°</source>
   <translation>旋转 90°(&amp;R)</translation>
  </message>
  <message>
   <source>&amp;Save result…</source>
   <translation>保存结果(&amp;S)…</translation>
  </message>
  <message>
   <source>&amp;Save this kernel…</source>
   <translation>保存这个卷积核(&amp;S)…</translation>
  </message>
  <message>
   <source>&amp;Step by step</source>
   <translation>逐步(&amp;S)</translation>
  </message>
  <message>
   <source>&amp;Teach</source>
   <translation>教学(&amp;T)</translation>
  </message>
  <message>
   <source>&amp;Theme</source>
   <translation>主题(&amp;T)</translation>
  </message>
  <message>
   <source>&amp;Tour</source>
   <translation>导览(&amp;T)</translation>
  </message>
  <message>
   <source>&amp;Transpose</source>
   <translation>转置(&amp;T)</translation>
  </message>
  <message>
   <source>&amp;Undo</source>
   <translation>撤销(&amp;U)</translation>
  </message>
  <message>
   <source>&amp;Usual size of content</source>
   <translation>内容恢复原大小(&amp;U)</translation>
  </message>
  <message>
   <source>&amp;View</source>
   <translation>视图(&amp;V)</translation>
  </message>
  <message>
   <source>&amp;Vocabulary and formulas…</source>
   <translation>术语与公式(&amp;V)…</translation>
  </message>
  <message>
   <source>&amp;Watch</source>
   <translation>观看(&amp;W)</translation>
  </message>
  <message>
   <source>&amp;Whole image</source>
   <translation>整幅图像(&amp;W)</translation>
  </message>
  <message>
   <source>Add a layer, remove a layer</source>
   <translation>添加一层，删除一层</translation>
  </message>
  <message>
   <source>Add view</source>
   <translation>加入画面</translation>
  </message>
  <message>
   <source>All layers</source>
   <translation>所有的层</translation>
  </message>
  <message>
   <source>Blank the screen</source>
   <translation>黑屏</translation>
  </message>
  <message>
   <source>Close</source>
   <translation>关闭</translation>
  </message>
  <message>
   <source>Close what lies above the window</source>
   <translation>关闭覆盖在窗口上的内容</translation>
  </message>
  <message>
   <source>Copy s&amp;tage as picture</source>
   <translation>把演示区复制为图片(&amp;T)</translation>
  </message>
  <message>
   <source>Crop the &amp;input to what the stage shows</source>
   <translation>把输入裁剪为演示区所示的部分(&amp;I)</translation>
  </message>
  <message>
   <source>Delete the page</source>
   <translation>删除这一页</translation>
  </message>
  <message>
   <source>E&amp;xamples</source>
   <translation>示例(&amp;X)</translation>
  </message>
  <message>
   <source>Edit the cell of the table</source>
   <translation>编辑表格的单元格</translation>
  </message>
  <message>
   <source>End</source>
   <translation>结束</translation>
  </message>
  <message>
   <source>End the presentation</source>
   <translation>结束演示</translation>
  </message>
  <message>
   <source>Export &amp;film or picture…</source>
   <translation>导出影片或图片(&amp;F)…</translation>
  </message>
  <message>
   <source>F&amp;irst step</source>
   <translation>第一步(&amp;I)</translation>
  </message>
  <message>
   <source>F&amp;lip left–right</source>
   <translation>左右翻转(&amp;L)</translation>
  </message>
  <message>
   <source>Fas&amp;ter</source>
   <translation>加快(&amp;T)</translation>
  </message>
  <message>
   <source>Find words and formulas</source>
   <translation>查找术语和公式</translation>
  </message>
  <message>
   <source>In lists, windows and questions</source>
   <translation>在列表、窗口和提问中</translation>
  </message>
  <message>
   <source>In the sizes calculator</source>
   <translation>在尺寸计算器中</translation>
  </message>
  <message>
   <source>In the window of my lesson</source>
   <translation>在“我的课程”窗口中</translation>
  </message>
  <message>
   <source>L&amp;oop</source>
   <translation>循环播放(&amp;O)</translation>
  </message>
  <message>
   <source>Lan&amp;guage</source>
   <translation>语言(&amp;G)</translation>
  </message>
  <message>
   <source>Larger, smaller, all of the picture</source>
   <translation>放大、缩小、显示整幅图像</translation>
  </message>
  <message>
   <source>Magnifier: on the window, at the pointer, none</source>
   <translation>放大镜：在窗口处、在指针处、关闭</translation>
  </message>
  <message>
   <source>Move the frame of the crop</source>
   <translation>移动裁剪选框</translation>
  </message>
  <message>
   <source>Move the layer up, down</source>
   <translation>把这一层上移、下移</translation>
  </message>
  <message>
   <source>Move the page up, down</source>
   <translation>把这一页上移、下移</translation>
  </message>
  <message>
   <source>Move the picture that has the focus</source>
   <translation>移动焦点所在的图像</translation>
  </message>
  <message>
   <source>Move what divides the stage from the whole image</source>
   <translation>移动演示区与整幅图像的分界</translation>
  </message>
  <message>
   <source>Next control, previous control</source>
   <translation>下一个控件、上一个控件</translation>
  </message>
  <message>
   <source>Next hint of the tour, the one before</source>
   <translation>导览的下一条提示，上一条提示</translation>
  </message>
  <message>
   <source>Next p&amp;hase</source>
   <translation>下一阶段(&amp;H)</translation>
  </message>
  <message>
   <source>Next step, or page of the lesson</source>
   <translation>下一步，或课程的下一页</translation>
  </message>
  <message>
   <source>No&amp;tes of this scene…</source>
   <translation>场景备注(&amp;T)…</translation>
  </message>
  <message>
   <source>On the stage</source>
   <translation>在演示区</translation>
  </message>
  <message>
   <source>One layer</source>
   <translation>单层</translation>
  </message>
  <message>
   <source>Open &amp;recent</source>
   <translation>最近打开(&amp;R)</translation>
  </message>
  <message>
   <source>Open sc&amp;ene…</source>
   <translation>打开场景(&amp;E)…</translation>
  </message>
  <message>
   <source>Open…</source>
   <translation>打开…</translation>
  </message>
  <message>
   <source>Output cell above, below</source>
   <translation>上方、下方的输出格</translation>
  </message>
  <message>
   <source>Play from here</source>
   <translation>从这里播放</translation>
  </message>
  <message>
   <source>Play only the &amp;region</source>
   <translation>只播放当前区域(&amp;R)</translation>
  </message>
  <message>
   <source>Point at nothing</source>
   <translation>取消指向</translation>
  </message>
  <message>
   <source>Point at the next cell</source>
   <translation>指向下一格</translation>
  </message>
  <message>
   <source>Previous ph&amp;ase</source>
   <translation>上一阶段(&amp;A)</translation>
  </message>
  <message>
   <source>Previous step, or page of the lesson</source>
   <translation>上一步，或课程的上一页</translation>
  </message>
  <message>
   <source>Redo</source>
   <translation>重做</translation>
  </message>
  <message>
   <source>Remove &amp;crop</source>
   <translation>取消裁剪(&amp;C)</translation>
  </message>
  <message>
   <source>Reveal the answer, or try again</source>
   <translation>揭晓答案，或重新作答</translation>
  </message>
  <message>
   <source>Right</source>
   <translation>正确</translation>
  </message>
  <message>
   <source>S&amp;maller content</source>
   <translation>缩小内容(&amp;M)</translation>
  </message>
  <message>
   <source>Sa&amp;mples</source>
   <translation>示例图像(&amp;M)</translation>
  </message>
  <message>
   <source>Sa&amp;ve scene</source>
   <translation>保存场景(&amp;V)</translation>
  </message>
  <message>
   <source>Save scene &amp;as…</source>
   <translation>场景另存为(&amp;A)…</translation>
  </message>
  <message>
   <source>Save…</source>
   <translation>保存…</translation>
  </message>
  <message>
   <source>Si&amp;zes calculator…</source>
   <translation>尺寸计算器(&amp;Z)…</translation>
  </message>
  <message>
   <source>Simulate colour &amp;vision</source>
   <translation>模拟色觉(&amp;V)</translation>
  </message>
  <message>
   <source>Size the frame of the crop</source>
   <translation>改变裁剪选框的大小</translation>
  </message>
  <message>
   <source>Slo&amp;wer</source>
   <translation>减慢(&amp;W)</translation>
  </message>
  <message>
   <source>Speaker wi&amp;ndow</source>
   <translation>讲者窗口(&amp;N)</translation>
  </message>
  <message>
   <source>Spotlight at the pointer</source>
   <translation>指针处聚光</translation>
  </message>
  <message>
   <source>Start pa&amp;ge</source>
   <translation>起始页(&amp;G)</translation>
  </message>
  <message>
   <source>Step &amp;back</source>
   <translation>后退一步(&amp;B)</translation>
  </message>
  <message>
   <source>Step &amp;forward</source>
   <translation>前进一步(&amp;F)</translation>
  </message>
  <message>
   <source>Take the frame, leave it</source>
   <translation>确定选框、取消选框</translation>
  </message>
  <message>
   <source>Text of the lesson's page</source>
   <translation>课程页面的文字</translation>
  </message>
  <message>
   <source>The menus</source>
   <translation>菜单</translation>
  </message>
  <message>
   <source>The next number, while typing</source>
   <translation>键入时到下一个数</translation>
  </message>
  <message>
   <source>Type into the kernel, into the canvas</source>
   <translation>在卷积核中键入，在画布中键入</translation>
  </message>
  <message>
   <source>Undo</source>
   <translation>撤销</translation>
  </message>
  <message>
   <source>Use the present view</source>
   <translation>采用当前画面</translation>
  </message>
  <message>
   <source>Use this scene's numbers</source>
   <translation>采用场景中的数</translation>
  </message>
  <message>
   <source>Watch what the lesson's page is about</source>
   <translation>观看本页要看的步骤</translation>
  </message>
  <message>
   <source>What a click on the cell does</source>
   <translation>与单击该格相同</translation>
  </message>
  <message>
   <source>While presenting</source>
   <translation>演示时</translation>
  </message>
  <message>
   <source>Work&amp;sheet of this view…</source>
   <translation>这个画面的练习题(&amp;S)…</translation>
  </message>
 </context>
 <context>
  <name>convviz/views/answers_card.py</name>
  <message>
   <source>Cells wanted along each axis; or same, half or double: as many as come in, half or twice.</source>
   <translation>想要的每个轴上的格数；或“相同”“一半”“两倍”：与输入一样多、一半或两倍。</translation>
  </message>
  <message>
   <source>Output wanted</source>
   <translation>想要的输出</translation>
  </message>
  <message>
   <source>The formula turned round: what must hold for o cells to come out of i.</source>
   <translation>把公式反过来：要从 i 格得到 o 格，须满足什么。</translation>
  </message>
  <message>
   <source>This is what it is now.</source>
   <translation>这就是现在的值。</translation>
  </message>
  <message>
   <source>Use</source>
   <translation>采用</translation>
  </message>
  <message>
   <source>Use this: {name}</source>
   <translation>采用：{name}</translation>
  </message>
  <message>
   <source>Whatever output is wanted, strides that leave nothing over at the end:</source>
   <translation>无论想要多大的输出，末尾不剩格子的步幅：</translation>
  </message>
  <message>
   <source>{word} ({cells})</source>
   <translation>{word}（{cells}）</translation>
  </message>
 </context>
 <context>
  <name>convviz/views/axis_entries.py</name>
  <message>
   <source>above 0</source>
   <translation>大于 0</translation>
  </message>
 </context>
 <context>
  <name>convviz/views/beside_pictures.py</name>
  <message>
   <source>Cells whose value lies beyond what the colours can show</source>
   <translation>值超出颜色所能显示范围的格子</translation>
  </message>
  <message>
   <source>Click any pixel: that window opens above.</source>
   <translation>单击任意像素：上方即打开该窗口。</translation>
  </message>
  <message>
   <source>Click any pixel: “Step by step” shows its window.</source>
   <translation>单击任意像素：“逐步”中会显示它的窗口。</translation>
  </message>
  <message>
   <source>Histogram</source>
   <translation>直方图</translation>
  </message>
  <message>
   <source>Histogram of output</source>
   <translation>输出直方图</translation>
  </message>
  <message>
   <source>Histogram of output map {n}</source>
   <translation>第 {n} 幅输出的直方图</translation>
  </message>
  <message>
   <source>Histogram of output slice {n}</source>
   <translation>输出切片 {n} 的直方图</translation>
  </message>
  <message>
   <source>log scale</source>
   <translation>对数刻度</translation>
  </message>
 </context>
 <context>
  <name>convviz/views/cell_editor.py</name>
  <message>
   <source>Number in this cell</source>
   <translation>这一格中的数</translation>
  </message>
 </context>
 <context>
  <name>convviz/views/class_page.py</name>
  <message>
   <source>Lesson</source>
   <translation>课程</translation>
  </message>
  <message>
   <source>{n} of {pages}</source>
   <translation>第 {n} 页，共 {pages} 页</translation>
  </message>
 </context>
 <context>
  <name>convviz/views/code_tab.py</name>
  <message>
   <source>Copied</source>
   <translation>已复制</translation>
  </message>
  <message>
   <source>Copy</source>
   <translation>复制</translation>
  </message>
  <message>
   <source>Copy the program</source>
   <translation>复制程序</translation>
  </message>
  <message>
   <source>Copy the whole program.</source>
   <translation>复制整个程序。</translation>
  </message>
  <message>
   <source>Language</source>
   <translation>语言</translation>
  </message>
  <message>
   <source>Program</source>
   <translation>程序</translation>
  </message>
  <message>
   <source>The program runs as it is and prints the numbers on the stage.</source>
   <translation>程序可直接运行，打印出演示区中的数。</translation>
  </message>
  <message>
   <source>The same numbers, by a program of this library.</source>
   <translation>用这个库的程序得到同样的数。</translation>
  </message>
 </context>
 <context>
  <name>convviz/views/colours.py</name>
  <message>
   <source>Colours of the output</source>
   <translation>输出的颜色</translation>
  </message>
  <message>
   <source>Several cells fall on each pixel of the picture: it shows their averages.</source>
   <translation>图像的每个像素对应多个格子：显示的是它们的平均值。</translation>
  </message>
  <message>
   <source>The colours reach as far as all maps together; on the stage, as far as its cells.</source>
   <translation>颜色范围由全部特征图决定；在演示区则由其中的格子决定。</translation>
  </message>
  <message>
   <source>The colours reach as far as all slices together; on the stage, as far as its cells.</source>
   <translation>颜色范围由全部切片决定；在演示区则由其中的格子决定。</translation>
  </message>
  <message>
   <source>all maps</source>
   <translation>全部特征图</translation>
  </message>
  <message>
   <source>all slices</source>
   <translation>全部切片</translation>
  </message>
  <message>
   <source>averages</source>
   <translation>平均值</translation>
  </message>
  <message>
   <source>averages of cells</source>
   <translation>多格平均</translation>
  </message>
  <message>
   <source>beyond {low} … {high}: 1 cell</source>
   <translation>超出 {low} … {high}：1 格</translation>
  </message>
  <message>
   <source>beyond {low} … {high}: {n} cells</source>
   <translation>超出 {low} … {high}：{n} 格</translation>
  </message>
  <message>
   <source>beyond ±{s}: 1 cell</source>
   <translation>超出 ±{s}：1 格</translation>
  </message>
  <message>
   <source>beyond ±{s}: {n} cells</source>
   <translation>超出 ±{s}：{n} 格</translation>
  </message>
 </context>
 <context>
  <name>convviz/views/cost_tab.py</name>
  <message>
   <source>Computed by</source>
   <translation>计算方式</translation>
  </message>
  <message>
   <source>How the whole output is computed, and what decided it; the steps' numbers are numpy's.</source>
   <translation>整个输出是怎样计算的，以及为什么这样选；各步中的数由 numpy 计算。</translation>
  </message>
  <message>
   <source>Input cells from one window to the next: rows, columns. This is the stride.</source>
   <translation>相邻窗口在输入中相隔的格数：行、列。即步幅。</translation>
  </message>
  <message>
   <source>Input cells that one output cell sees, from first tap to last: rows × columns, of a stack slices × rows × columns.</source>
   <translation>一个输出格看到的输入格，从第一个抽头到最后一个：行 × 列，切片堆为切片 × 行 × 列。</translation>
  </message>
  <message>
   <source>Jump</source>
   <translation>间隔</translation>
  </message>
  <message>
   <source>Memory of the input: channels × rows × columns, at its own depth.</source>
   <translation>输入占用的内存：通道 × 行 × 列，按它自身的位深。</translation>
  </message>
  <message>
   <source>Memory of the output: feature maps × rows × columns, 4 bytes each (float32).</source>
   <translation>输出占用的内存：特征图 × 行 × 列，每个 4 字节（float32）。</translation>
  </message>
  <message>
   <source>Memory of weights and biases, 4 bytes each (float32).</source>
   <translation>权重和偏置占用的内存，每个 4 字节（float32）。</translation>
  </message>
  <message>
   <source>Multiply-accumulates (MACs) for one output cell; adding the bias is not counted. A maximum compares and a mean adds: these operations multiply nothing and are no MACs.</source>
   <translation>一个输出格的乘加次数（MACs）；加偏置不计在内。求最大值是比较，求平均值是加法：这些运算不作乘法，不是乘加。</translation>
  </message>
  <message>
   <source>Multiply-accumulates, and operations without a product, for every output cell of every feature map.</source>
   <translation>每幅特征图的每个输出格的乘加次数，以及没有乘积的运算次数。</translation>
  </message>
  <message>
   <source>One window</source>
   <translation>单个窗口</translation>
  </message>
  <message>
   <source>Parameters</source>
   <translation>参数</translation>
  </message>
  <message>
   <source>Receptive field</source>
   <translation>感受野</translation>
  </message>
  <message>
   <source>Start</source>
   <translation>起点</translation>
  </message>
  <message>
   <source>Weights and biases: the numbers that a network learns.</source>
   <translation>权重和偏置：网络要学习的数。</translation>
  </message>
  <message>
   <source>Where the first window begins: row, column. Negative is in the padding.</source>
   <translation>第一个窗口的起点：行、列。负数表示在填充中。</translation>
  </message>
  <message>
   <source>Whole output</source>
   <translation>整个输出</translation>
  </message>
  <message>
   <source>{macs} MACs + {operations} operations</source>
   <translation>{macs} 次乘加 + {operations} 次运算</translation>
  </message>
  <message>
   <source>{operations} operations</source>
   <translation>{operations} 次运算</translation>
  </message>
 </context>
 <context>
  <name>convviz/views/cover.py</name>
  <message>
   <source>Hidden until you have answered</source>
   <translation>作答之前隐藏</translation>
  </message>
 </context>
 <context>
  <name>convviz/views/crop_frame.py</name>
  <message>
   <source>{height} × {width} from row {row}, column {col}</source>
   <translation>{height} × {width}，从第 {row} 行、第 {col} 列开始</translation>
  </message>
  <message>
   <source>↑ ↓ ← → move the frame, with Shift size it, with Ctrl by one pixel · Enter: take it · Esc: leave it</source>
   <translation>↑ ↓ ← → 移动选框，加 Shift 改变大小，加 Ctrl 逐像素 · Enter 确定 · Esc 取消</translation>
  </message>
 </context>
 <context>
  <name>convviz/views/dialogs.py</name>
  <message>
   <source>About ConvViz</source>
   <translation>关于 ConvViz</translation>
  </message>
  <message>
   <source>All files</source>
   <translation>所有文件</translation>
  </message>
  <message>
   <source>Click a pixel to type its value, drag to paint.</source>
   <translation>单击像素键入它的值，拖动则涂画。</translation>
  </message>
  <message>
   <source>ConvViz {version}: watch a convolution happen, number by number.</source>
   <translation>ConvViz {version}：一个数一个数地看清卷积如何进行。</translation>
  </message>
  <message>
   <source>Export film or picture</source>
   <translation>导出影片或图片</translation>
  </message>
  <message>
   <source>Export this kernel</source>
   <translation>导出这个卷积核</translation>
  </message>
  <message>
   <source>From {least} to {most}</source>
   <translation>{least} 到 {most}</translation>
  </message>
  <message>
   <source>Give it up?</source>
   <translation>要放弃吗？</translation>
  </message>
  <message>
   <source>Import a kernel</source>
   <translation>导入卷积核</translation>
  </message>
  <message>
   <source>Kernel texts</source>
   <translation>卷积核文本</translation>
  </message>
  <message>
   <source>Lessons</source>
   <translation>课程</translation>
  </message>
  <message>
   <source>MIT licence.</source>
   <translation>MIT 许可证。</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>名称</translation>
  </message>
  <message>
   <source>New canvas</source>
   <translation>新建画布</translation>
  </message>
  <message>
   <source>Open a lesson</source>
   <translation>打开课程</translation>
  </message>
  <message>
   <source>Open image</source>
   <translation>打开图像</translation>
  </message>
  <message>
   <source>Open scene</source>
   <translation>打开场景</translation>
  </message>
  <message>
   <source>PDF (*.pdf)</source>
   <translation>PDF (*.pdf)</translation>
  </message>
  <message>
   <source>Picture as shown</source>
   <translation>所见图像</translation>
  </message>
  <message>
   <source>Pictures</source>
   <translation>图像</translation>
  </message>
  <message>
   <source>Replace?</source>
   <translation>要替换吗？</translation>
  </message>
  <message>
   <source>Save for printing</source>
   <translation>保存以供打印</translation>
  </message>
  <message>
   <source>Save result</source>
   <translation>保存结果</translation>
  </message>
  <message>
   <source>Save scene as</source>
   <translation>场景另存为</translation>
  </message>
  <message>
   <source>Save the lesson</source>
   <translation>保存课程</translation>
  </message>
  <message>
   <source>Scenes</source>
   <translation>场景</translation>
  </message>
  <message>
   <source>There is a kernel named “{name}”. Replace it?</source>
   <translation>已有名为“{name}”的卷积核。要替换它吗？</translation>
  </message>
  <message>
   <source>True values, float32</source>
   <translation>真实值，float32</translation>
  </message>
  <message>
   <source>Your lesson has not been saved. Give it up?</source>
   <translation>你的课程还没有保存。要放弃吗？</translation>
  </message>
 </context>
 <context>
  <name>convviz/views/divider.py</name>
  <message>
   <source>Drag it, or move it with the arrow keys</source>
   <translation>拖动它，或用方向键移动</translation>
  </message>
  <message>
   <source>Height of the stage</source>
   <translation>演示区的高度</translation>
  </message>
 </context>
 <context>
  <name>convviz/views/entries.py</name>
  <message>
   <source>Kernel size</source>
   <translation>卷积核大小</translation>
  </message>
 </context>
 <context>
  <name>convviz/views/explain_tab.py</name>
  <message>
   <source>Explanation</source>
   <translation>讲解</translation>
  </message>
 </context>
 <context>
  <name>convviz/views/export_dialog.py</name>
  <message>
   <source>1080 × 1080, square</source>
   <translation>1080 × 1080，方形</translation>
  </message>
  <message>
   <source>1920 × 1080, for a projector</source>
   <translation>1920 × 1080，用于投影</translation>
  </message>
  <message>
   <source>960 × 540, for a web page</source>
   <translation>960 × 540，用于网页</translation>
  </message>
  <message>
   <source>A line above the stage; none when this is empty</source>
   <translation>演示区上方的一行字；留空则没有</translation>
  </message>
  <message>
   <source>Asks where to write it, and writes it</source>
   <translation>询问写到哪里，然后写入</translation>
  </message>
  <message>
   <source>Closes this window; an export goes on</source>
   <translation>关闭这个窗口，导出继续进行</translation>
  </message>
  <message>
   <source>Colours of the film or picture</source>
   <translation>影片或图片的配色</translation>
  </message>
  <message>
   <source>Each page as long as it takes to read it and watch it</source>
   <translation>每页的时长足够阅读和观看</translation>
  </message>
  <message>
   <source>Exporting {name} …</source>
   <translation>正在导出 {name}…</translation>
  </message>
  <message>
   <source>Export…</source>
   <translation>导出…</translation>
  </message>
  <message>
   <source>First step</source>
   <translation>第一步</translation>
  </message>
  <message>
   <source>Format</source>
   <translation>格式</translation>
  </message>
  <message>
   <source>Frames per second</source>
   <translation>每秒帧数</translation>
  </message>
  <message>
   <source>Gives the export up; no file is left behind</source>
   <translation>放弃导出，不留下文件</translation>
  </message>
  <message>
   <source>Height in pixels</source>
   <translation>高度（像素）</translation>
  </message>
  <message>
   <source>Height in pixels; what is on the stage is enlarged to fill it</source>
   <translation>高度（像素）；演示区的内容会放大以填满</translation>
  </message>
  <message>
   <source>How far the export has come</source>
   <translation>导出进行到了哪里</translation>
  </message>
  <message>
   <source>Last step</source>
   <translation>最后一步</translation>
  </message>
  <message>
   <source>One picture, of the lesson's page</source>
   <translation>一张图片：课程的这一页</translation>
  </message>
  <message>
   <source>One picture, of the present moment</source>
   <translation>当前时刻的一张图片</translation>
  </message>
  <message>
   <source>Other</source>
   <translation>其他</translation>
  </message>
  <message>
   <source>Page {n} of the lesson</source>
   <translation>课程的第 {n} 页</translation>
  </message>
  <message>
   <source>Picture size</source>
   <translation>图片大小</translation>
  </message>
  <message>
   <source>Pictures in each second of the film</source>
   <translation>影片每秒的画面数</translation>
  </message>
  <message>
   <source>Pixels</source>
   <translation>像素</translation>
  </message>
  <message>
   <source>Preview</source>
   <translation>预览</translation>
  </message>
  <message>
   <source>Progress</source>
   <translation>进度</translation>
  </message>
  <message>
   <source>Size</source>
   <translation>大小</translation>
  </message>
  <message>
   <source>Steps</source>
   <translation>步</translation>
  </message>
  <message>
   <source>Steps in each second; up to 3, every phase of a step is seen</source>
   <translation>每秒步数；不超过 3 时，一步的每个阶段都看得到</translation>
  </message>
  <message>
   <source>Steps per second</source>
   <translation>每秒步数</translation>
  </message>
  <message>
   <source>Stop</source>
   <translation>停止</translation>
  </message>
  <message>
   <source>The language of every text in the film or picture</source>
   <translation>影片或图片中所有文字的语言</translation>
  </message>
  <message>
   <source>The present moment as it will be exported</source>
   <translation>当前时刻导出后的样子</translation>
  </message>
  <message>
   <source>The present view</source>
   <translation>当前画面</translation>
  </message>
  <message>
   <source>The step that the film begins with</source>
   <translation>影片从哪一步开始</translation>
  </message>
  <message>
   <source>The step that the film ends with</source>
   <translation>影片到哪一步结束</translation>
  </message>
  <message>
   <source>The whole lesson, {n} pages</source>
   <translation>整个课程，共 {n} 页</translation>
  </message>
  <message>
   <source>Theme</source>
   <translation>主题</translation>
  </message>
  <message>
   <source>Title</source>
   <translation>标题</translation>
  </message>
  <message>
   <source>Usual sizes in pixels</source>
   <translation>常用大小（像素）</translation>
  </message>
  <message>
   <source>What</source>
   <translation>内容</translation>
  </message>
  <message>
   <source>What is on the stage, or a lesson with its texts, its questions and their answers</source>
   <translation>演示区上的内容，或者带文字、问题和答案的课程</translation>
  </message>
  <message>
   <source>What is written: a film, or a picture of the present moment</source>
   <translation>写入什么：影片，或当前时刻的图片</translation>
  </message>
  <message>
   <source>Width in pixels</source>
   <translation>宽度（像素）</translation>
  </message>
  <message>
   <source>Width in pixels; what is on the stage is enlarged to fill it</source>
   <translation>宽度（像素）；演示区的内容会放大以填满</translation>
  </message>
  <message>
   <source>{minutes}:{seconds} minutes, {frames} frames: time to read and to watch</source>
   <translation>时长 {minutes} 分 {seconds} 秒，{frames} 帧，足够阅读和观看</translation>
  </message>
  <message>
   <source>{percent} %, about {seconds} s left</source>
   <translation>{percent}%，约剩 {seconds} 秒</translation>
  </message>
  <message>
   <source>{seconds} s, {frames} frames</source>
   <translation>{seconds} 秒，{frames} 帧</translation>
  </message>
 </context>
 <context>
  <name>convviz/views/export_door.py</name>
  <message>
   <source>Both pictures are on the clipboard, {width} × {height} pixels.</source>
   <translation>两幅图像已复制到剪贴板，{width} × {height} 像素。</translation>
  </message>
  <message>
   <source>Nothing was exported.</source>
   <translation>没有导出任何东西。</translation>
  </message>
  <message>
   <source>The stage is on the clipboard, {width} × {height} pixels.</source>
   <translation>演示区已复制到剪贴板，{width} × {height} 像素。</translation>
  </message>
 </context>
 <context>
  <name>convviz/views/files.py</name>
  <message>
   <source>The picture on the clipboard cannot be read.</source>
   <translation>剪贴板中的图像无法读取。</translation>
  </message>
  <message>
   <source>The result is on the clipboard, as shown.</source>
   <translation>结果已按所见复制到剪贴板。</translation>
  </message>
  <message>
   <source>There is no picture on the clipboard.</source>
   <translation>剪贴板中没有图像。</translation>
  </message>
 </context>
 <context>
  <name>convviz/views/gallery.py</name>
  <message>
   <source>Click a kernel to use it.</source>
   <translation>单击卷积核即可使用。</translation>
  </message>
  <message>
   <source>Delete</source>
   <translation>删除</translation>
  </message>
  <message>
   <source>Kernels</source>
   <translation>卷积核</translation>
  </message>
  <message>
   <source>No kernel is called so or does so.</source>
   <translation>没有这样命名或有此作用的卷积核。</translation>
  </message>
  <message>
   <source>Rename…</source>
   <translation>重命名…</translation>
  </message>
  <message>
   <source>Search the kernels</source>
   <translation>搜索卷积核</translation>
  </message>
  <message>
   <source>Search the kernels by name, family or what they do</source>
   <translation>按名称、类别或作用搜索卷积核</translation>
  </message>
  <message>
   <source>Search… edge, blur</source>
   <translation>搜索… 边缘、模糊</translation>
  </message>
  <message>
   <source>on your image</source>
   <translation>用于你的图像</translation>
  </message>
 </context>
 <context>
  <name>convviz/views/gallery_model.py</name>
  <message>
   <source>My kernels</source>
   <translation>我的卷积核</translation>
  </message>
  <message>
   <source>{height} × {width}, drawn by you</source>
   <translation>{height} × {width}，由你绘制</translation>
  </message>
 </context>
 <context>
  <name>convviz/views/histogram.py</name>
  <message>
   <source>1 value from {low} to {high} · heights are logarithmic</source>
   <translation>1 个值，从 {low} 到 {high} · 高度为对数</translation>
  </message>
  <message>
   <source>1 value: {value}</source>
   <translation>1 个值：{value}</translation>
  </message>
  <message>
   <source>Cells with {value}: {n} · heights are logarithmic</source>
   <translation>值为 {value} 的格：{n} 个 · 高度为对数</translation>
  </message>
  <message>
   <source>{n} values from {low} to {high}</source>
   <translation>{n} 个值，从 {low} 到 {high}</translation>
  </message>
  <message>
   <source>{n} values from {low} to {high} · heights are logarithmic</source>
   <translation>{n} 个值，从 {low} 到 {high} · 高度为对数</translation>
  </message>
  <message>
   <source>{n} values, all {value}</source>
   <translation>{n} 个值，全为 {value}</translation>
  </message>
 </context>
 <context>
  <name>convviz/views/inspector.py</name>
  <message>
   <source>Code</source>
   <translation>代码</translation>
  </message>
  <message>
   <source>Cost</source>
   <translation>开销</translation>
  </message>
  <message>
   <source>Explain</source>
   <translation>讲解</translation>
  </message>
  <message>
   <source>Inspector</source>
   <translation>检查器</translation>
  </message>
  <message>
   <source>Programs that compute the same numbers.</source>
   <translation>计算同样这些数的程序。</translation>
  </message>
  <message>
   <source>What is to be seen at this step, and what the parameters have to do with it.</source>
   <translation>这一步看到的是什么，参数在其中起什么作用。</translation>
  </message>
  <message>
   <source>What the kernel is: its sum, factors, symmetry and frequency response.</source>
   <translation>卷积核是什么：它的和、分解、对称性和频率响应。</translation>
  </message>
  <message>
   <source>What the layer costs: parameters, multiplications, memory.</source>
   <translation>这一层的开销：参数、乘法、内存。</translation>
  </message>
 </context>
 <context>
  <name>convviz/views/kernel_section.py</name>
  <message>
   <source>Brush</source>
   <translation>画笔</translation>
  </message>
  <message>
   <source>Change the whole kernel.</source>
   <translation>改变整个卷积核。</translation>
  </message>
  <message>
   <source>Clear</source>
   <translation>清除</translation>
  </message>
  <message>
   <source>Clear the kernel: every weight becomes 0.</source>
   <translation>清除卷积核：每个权重都变成 0。</translation>
  </message>
  <message>
   <source>Drag on the kernel to paint this weight.</source>
   <translation>在卷积核上拖动，即可涂上这个权重。</translation>
  </message>
  <message>
   <source>Edit kernel</source>
   <translation>编辑卷积核</translation>
  </message>
  <message>
   <source>Flip</source>
   <translation>翻转</translation>
  </message>
  <message>
   <source>Flip the kernel: left becomes right.</source>
   <translation>翻转卷积核：左变成右。</translation>
  </message>
  <message>
   <source>Normalise</source>
   <translation>归一化</translation>
  </message>
  <message>
   <source>Normalise: divide every weight by their sum.</source>
   <translation>归一化：每个权重除以权重之和。</translation>
  </message>
  <message>
   <source>Rotate</source>
   <translation>旋转</translation>
  </message>
  <message>
   <source>Rotate the kernel by 90° to the right.</source>
   <translation>把卷积核顺时针旋转 90°。</translation>
  </message>
  <message>
   <source>Rows × columns, 1 to 63 each, such as 3 or 3 × 5. The kernel keeps its middle.</source>
   <translation>行 × 列，各 1 到 63，例如 3 或 3 × 5。卷积核保留中间部分。</translation>
  </message>
  <message>
   <source>The weight that painting on the kernel sets.</source>
   <translation>在卷积核上涂画时写入的权重。</translation>
  </message>
  <message>
   <source>The weights sum to 0, by which they cannot be divided.</source>
   <translation>权重之和为 0，不能用它来除。</translation>
  </message>
  <message>
   <source>Transpose</source>
   <translation>转置</translation>
  </message>
  <message>
   <source>Transpose the kernel: rows become columns.</source>
   <translation>转置卷积核：行变成列。</translation>
  </message>
 </context>
 <context>
  <name>convviz/views/kernel_shelf.py</name>
  <message>
   <source>My {name}</source>
   <translation>我的{name}</translation>
  </message>
  <message>
   <source>Rename</source>
   <translation>重命名</translation>
  </message>
  <message>
   <source>Save this kernel</source>
   <translation>保存这个卷积核</translation>
  </message>
  <message>
   <source>Saved {path}.</source>
   <translation>已保存 {path}。</translation>
  </message>
 </context>
 <context>
  <name>convviz/views/kernel_tab.py</name>
  <message>
   <source>A separable kernel is a column times a row, and can be applied as two thin kernels: faster.</source>
   <translation>可分离的卷积核等于一列乘以一行，可以当作两个细长的卷积核来用：更快。</translation>
  </message>
  <message>
   <source>Even: a mirror image is the same. Odd: it is the same with the opposite sign.</source>
   <translation>偶对称：镜像与自己相同。奇对称：镜像相差一个负号。</translation>
  </message>
  <message>
   <source>Frequency response</source>
   <translation>频率响应</translation>
  </message>
  <message>
   <source>How strongly waves of each frequency pass: dark not at all, yellow most. Flat areas are in the middle, the finest stripes at ±½ cycle per pixel.</source>
   <translation>每个频率的波通过得有多强：暗表示完全不通过，黄色最强。中间是平坦区域，±½ 周/像素处是最细的条纹。</translation>
  </message>
  <message>
   <source>Separable</source>
   <translation>可分离</translation>
  </message>
  <message>
   <source>Sum (gain at 0 Hz)</source>
   <translation>和（0 Hz 增益）</translation>
  </message>
  <message>
   <source>Symmetry</source>
   <translation>对称性</translation>
  </message>
  <message>
   <source>What a flat area is multiplied by.</source>
   <translation>平坦区域被乘以多少。</translation>
  </message>
  <message>
   <source>no, rank {rank}</source>
   <translation>否，秩 {rank}</translation>
  </message>
  <message>
   <source>yes: {column}ᵀ·{row}</source>
   <translation>是：{column}ᵀ·{row}</translation>
  </message>
 </context>
 <context>
  <name>convviz/views/keys_sheet.py</name>
  <message>
   <source>Arrow keys scroll.</source>
   <translation>方向键滚动。</translation>
  </message>
  <message>
   <source>Back to the window</source>
   <translation>回到窗口</translation>
  </message>
  <message>
   <source>Keys</source>
   <translation>快捷键</translation>
  </message>
  <message>
   <source>Keys, by menu</source>
   <translation>按菜单列出的快捷键</translation>
  </message>
 </context>
 <context>
  <name>convviz/views/language.py</name>
  <message>
   <source>%1 bytes</source>
   <translation>%1 字节</translation>
  </message>
  <message>
   <source>&amp;Look in:</source>
   <translation>查找范围(&amp;L)：</translation>
  </message>
  <message>
   <source>Drive</source>
   <translation>驱动器</translation>
  </message>
  <message>
   <source>File</source>
   <translation>文件</translation>
  </message>
  <message>
   <source>Files of &amp;type:</source>
   <translation>文件类型(&amp;T)：</translation>
  </message>
  <message>
   <source>Folder</source>
   <translation>文件夹</translation>
  </message>
 </context>
 <context>
  <name>convviz/views/layer_costs.py</name>
  <message>
   <source>Cells of this layer's input that an output cell sees, from first tap to last.</source>
   <translation>一个输出格看到的本层输入格，从第一个抽头到最后一个。</translation>
  </message>
  <message>
   <source>Comparisons of a maximum, additions of a mean: without products, so they are no MACs.</source>
   <translation>求最大值的比较次数，求平均值的加法次数：没有乘积，所以不是乘加。</translation>
  </message>
  <message>
   <source>MACs</source>
   <translation>乘加次数</translation>
  </message>
  <message>
   <source>Memory of the layer's input: channels × cells along each axis.</source>
   <translation>本层输入占用的内存：通道 × 各轴格数。</translation>
  </message>
  <message>
   <source>Memory of the layer's output: channels × cells along each axis.</source>
   <translation>本层输出占用的内存：通道 × 各轴格数。</translation>
  </message>
  <message>
   <source>Memory of weights and biases.</source>
   <translation>权重和偏置占用的内存。</translation>
  </message>
  <message>
   <source>Multiply-accumulates divided by output cells.</source>
   <translation>乘加次数除以输出格数。</translation>
  </message>
  <message>
   <source>Multiply-accumulates for the whole output; adding the bias is not counted. Pooling has none.</source>
   <translation>整个输出的乘加次数；加偏置不计在内。池化没有乘加。</translation>
  </message>
  <message>
   <source>Operations</source>
   <translation>运算次数</translation>
  </message>
  <message>
   <source>Per output cell</source>
   <translation>每个输出格</translation>
  </message>
  <message>
   <source>Weights + biases: the numbers that a network learns.</source>
   <translation>权重 + 偏置：网络要学习的数。</translation>
  </message>
  <message>
   <source>Where the first output cell's field begins. Negative is in the padding.</source>
   <translation>第一个输出格的感受野从哪里开始。负数表示在填充中。</translation>
  </message>
 </context>
 <context>
  <name>convviz/views/layer_panel.py</name>
  <message>
   <source>1-D</source>
   <translation>一维</translation>
  </message>
  <message>
   <source>2-D</source>
   <translation>二维</translation>
  </message>
  <message>
   <source>3-D</source>
   <translation>三维</translation>
  </message>
  <message>
   <source>A picture: rows, columns.</source>
   <translation>图像：行、列。</translation>
  </message>
  <message>
   <source>A signal.</source>
   <translation>信号。</translation>
  </message>
  <message>
   <source>A volume, or a clip: slices, rows, columns.</source>
   <translation>体数据或影像片段：切片、行、列。</translation>
  </message>
  <message>
   <source>Axes</source>
   <translation>轴数</translation>
  </message>
  <message>
   <source>Cells added at the end: fewer than the stride, or than the dilation.</source>
   <translation>末尾增加的格数：须小于步幅或膨胀率。</translation>
  </message>
  <message>
   <source>Cells from one tap to the next, along each axis; 1: no gaps.</source>
   <translation>每个轴上相邻抽头相隔的格数；1 表示没有空隙。</translation>
  </message>
  <message>
   <source>Cells of the stack's input along each axis: (slices,) rows, columns.</source>
   <translation>堆叠的输入在每个轴上的格数：（切片，）行、列。</translation>
  </message>
  <message>
   <source>Cells on each side, for each axis; 1 + 2 is one before and two after. same-tf is TensorFlow's SAME: ⌈cells / stride⌉ come out, of a transposed one cells × stride.</source>
   <translation>每个轴上每一侧的格数；1 + 2 表示前面一格、后面两格。same-tf 是 TensorFlow 的 SAME：得到 ⌈格数 / 步幅⌉ 格，转置卷积则得到 格数 × 步幅 格。</translation>
  </message>
  <message>
   <source>Cells that the window moves by along each axis.</source>
   <translation>窗口在每个轴上每次移动的格数。</translation>
  </message>
  <message>
   <source>Channels</source>
   <translation>通道</translation>
  </message>
  <message>
   <source>Channels of the stack's input.</source>
   <translation>堆叠的输入的通道数。</translation>
  </message>
  <message>
   <source>How many axes the input has, channels apart.</source>
   <translation>输入有几个轴，通道不算在内。</translation>
  </message>
  <message>
   <source>Independent blocks of channels; as many as channels: depthwise. Only numbers that divide the channels on both sides are offered.</source>
   <translation>互不相干的通道块；与通道一样多时就是逐通道。只提供能整除两侧通道数的数。</translation>
  </message>
  <message>
   <source>Layer</source>
   <translation>层</translation>
  </message>
  <message>
   <source>Layer {n} of {all}</source>
   <translation>第 {n} 层，共 {all} 层</translation>
  </message>
  <message>
   <source>Numbers</source>
   <translation>数值</translation>
  </message>
  <message>
   <source>Operation</source>
   <translation>运算</translation>
  </message>
  <message>
   <source>Output cells per input cell along each axis: 2, 1.5, 7/3.</source>
   <translation>每个轴上每个输入格对应的输出格数：2、1.5、7/3。</translation>
  </message>
  <message>
   <source>Output channels: one for each filter.</source>
   <translation>输出通道：每个滤波器一个。</translation>
  </message>
  <message>
   <source>Taps along each axis.</source>
   <translation>每个轴上的抽头数。</translation>
  </message>
  <message>
   <source>What a number takes in memory.</source>
   <translation>一个数占用多少内存。</translation>
  </message>
  <message>
   <source>What the layer does.</source>
   <translation>这一层做什么。</translation>
  </message>
  <message>
   <source>What the layer is called.</source>
   <translation>这一层叫什么。</translation>
  </message>
  <message>
   <source>Whether a last window may hang over the end: the size is rounded up.</source>
   <translation>最后一个窗口可否伸出末尾：可以时大小向上取整。</translation>
  </message>
  <message>
   <source>Whether each filter has a bias: one more number to learn.</source>
   <translation>每个滤波器是否有偏置：多一个要学习的数。</translation>
  </message>
  <message>
   <source>Which neighbours an output cell is made from: 1, 2 or 4 along each axis.</source>
   <translation>一个输出格由哪些邻居得到：每个轴上 1、2 或 4 个。</translation>
  </message>
  <message>
   <source>float16, 2 bytes</source>
   <translation>float16，2 字节</translation>
  </message>
  <message>
   <source>float32, 4 bytes</source>
   <translation>float32，4 字节</translation>
  </message>
  <message>
   <source>float64, 8 bytes</source>
   <translation>float64，8 字节</translation>
  </message>
  <message>
   <source>int8, 1 byte</source>
   <translation>int8，1 字节</translation>
  </message>
 </context>
 <context>
  <name>convviz/views/layer_section.py</name>
  <message>
   <source>Activation</source>
   <translation>激活函数</translation>
  </message>
  <message>
   <source>Cells from one tap to the next: rows, columns; 1 is the ordinary window.</source>
   <translation>相邻抽头相隔的格数：行、列；1 就是普通的窗口。</translation>
  </message>
  <message>
   <source>Cells that the window moves by: rows, columns.</source>
   <translation>窗口每次移动的格数：行、列。</translation>
  </message>
  <message>
   <source>Cross-correlation lays the kernel on as it is, as deep learning does; convolution proper rotates it by 180° first.</source>
   <translation>互相关把卷积核原样放上去，深度学习就是这样做的；真正的卷积先把它旋转 180°。</translation>
  </message>
  <message>
   <source>Slope below zero</source>
   <translation>零以下的斜率</translation>
  </message>
  <message>
   <source>What stands outside the picture, where the padding is.</source>
   <translation>图像之外填充处是什么。</translation>
  </message>
  <message>
   <source>convolution (180°)</source>
   <translation>卷积（180°）</translation>
  </message>
  <message>
   <source>same (stride 1), same-tf (TensorFlow's: ⌈cells / stride⌉ come out), valid (none), or cells: one number; rows, columns; or top, bottom, left, right.</source>
   <translation>相同（same，步幅 1）、same-tf（TensorFlow 的方式：得到 ⌈格数 / 步幅⌉ 格）、有效（valid，无填充），或格数：一个数；行、列；或上、下、左、右。</translation>
  </message>
 </context>
 <context>
  <name>convviz/views/lesson_editor.py</name>
  <message>
   <source>Add what is on the stage as a page after this one</source>
   <translation>把演示区的内容作为一页加在这一页之后</translation>
  </message>
  <message>
   <source>Begin an empty lesson</source>
   <translation>开始一个空的课程</translation>
  </message>
  <message>
   <source>Delete the page; Undo brings it back</source>
   <translation>删除这一页；可用撤销恢复</translation>
  </message>
  <message>
   <source>Down</source>
   <translation>下移</translation>
  </message>
  <message>
   <source>Drag a page to another place, or move it with Alt+↑ and Alt+↓</source>
   <translation>把一页拖到别处，或用 Alt+↑ 和 Alt+↓ 移动</translation>
  </message>
  <message>
   <source>Export the lesson as a film, with its texts and its questions</source>
   <translation>把课程导出为影片，带文字和问题</translation>
  </message>
  <message>
   <source>Film…</source>
   <translation>影片…</translation>
  </message>
  <message>
   <source>Go on with a lesson from a file</source>
   <translation>接着编辑文件中的课程</translation>
  </message>
  <message>
   <source>Handout…</source>
   <translation>讲义…</translation>
  </message>
  <message>
   <source>Move the page down</source>
   <translation>把这一页下移</translation>
  </message>
  <message>
   <source>Move the page up</source>
   <translation>把这一页上移</translation>
  </message>
  <message>
   <source>My lesson</source>
   <translation>我的课程</translation>
  </message>
  <message>
   <source>New</source>
   <translation>新建</translation>
  </message>
  <message>
   <source>No pages yet. Set the stage up as you like, then choose “Add view”.</source>
   <translation>还没有页。请把演示区调到想要的样子，再点“加入画面”。</translation>
  </message>
  <message>
   <source>Pages</source>
   <translation>页</translation>
  </message>
  <message>
   <source>Play the lesson in the main window from this page on</source>
   <translation>在主窗口中从这一页起播放课程</translation>
  </message>
  <message>
   <source>Redo what was undone</source>
   <translation>重做刚撤销的改动</translation>
  </message>
  <message>
   <source>Save the lesson as a PDF to be printed, the answers at its end</source>
   <translation>把课程存为可打印的 PDF，答案在最后</translation>
  </message>
  <message>
   <source>Save the lesson as a file</source>
   <translation>把课程保存为文件</translation>
  </message>
  <message>
   <source>Save the page as a worksheet with blanks to fill in, and its key</source>
   <translation>把这一页存为留空供填写的练习题，附参考答案</translation>
  </message>
  <message>
   <source>Show on this page what is on the stage now</source>
   <translation>让这一页显示演示区现在的内容</translation>
  </message>
  <message>
   <source>Texts in</source>
   <translation>文字语言</translation>
  </message>
  <message>
   <source>This page asks the class a question.</source>
   <translation>这一页会向全班提一个问题。</translation>
  </message>
  <message>
   <source>Title of the lesson</source>
   <translation>课程标题</translation>
  </message>
  <message>
   <source>Undo the last change</source>
   <translation>撤销上一次改动</translation>
  </message>
  <message>
   <source>Untitled</source>
   <translation>未命名</translation>
  </message>
  <message>
   <source>Up</source>
   <translation>上移</translation>
  </message>
  <message>
   <source>What the lesson is called</source>
   <translation>课程叫什么</translation>
  </message>
  <message>
   <source>Worksheet…</source>
   <translation>练习题…</translation>
  </message>
  <message>
   <source>Write the texts in Chinese</source>
   <translation>用中文写文字</translation>
  </message>
  <message>
   <source>Write the texts in English</source>
   <translation>用英文写文字</translation>
  </message>
  <message>
   <source>{page} · question</source>
   <translation>{page} · 提问</translation>
  </message>
 </context>
 <context>
  <name>convviz/views/lesson_panel.py</name>
  <message>
   <source>Back to the page</source>
   <translation>回到课程页</translation>
  </message>
  <message>
   <source>Close the lesson</source>
   <translation>关闭课程</translation>
  </message>
  <message>
   <source>Close the lesson; what is on the stage stays</source>
   <translation>关闭课程，演示区的内容保留</translation>
  </message>
  <message>
   <source>Next page</source>
   <translation>下一页</translation>
  </message>
  <message>
   <source>Play what this page is about, and pause at its end</source>
   <translation>播放这一页所讲的内容，到末尾暂停</translation>
  </message>
  <message>
   <source>Previous page</source>
   <translation>上一页</translation>
  </message>
  <message>
   <source>Show the page again as it is in the lesson</source>
   <translation>重新显示课程中这一页的样子</translation>
  </message>
  <message>
   <source>Text of the page</source>
   <translation>这一页的文字</translation>
  </message>
  <message>
   <source>Watch</source>
   <translation>观看</translation>
  </message>
 </context>
 <context>
  <name>convviz/views/lost_picture.py</name>
  <message>
   <source>Look for it…</source>
   <translation>查找…</translation>
  </message>
  <message>
   <source>Use it anyway</source>
   <translation>仍然采用</translation>
  </message>
  <message>
   <source>Where is the picture?</source>
   <translation>图像在哪里？</translation>
  </message>
 </context>
 <context>
  <name>convviz/views/menus.py</name>
  <message>
   <source>Dark</source>
   <translation>深色</translation>
  </message>
  <message>
   <source>Deuteranopia (no green cones)</source>
   <translation>绿色盲（缺绿锥细胞）</translation>
  </message>
  <message>
   <source>For printing</source>
   <translation>用于打印</translation>
  </message>
  <message>
   <source>High contrast</source>
   <translation>高对比度</translation>
  </message>
  <message>
   <source>Light</source>
   <translation>浅色</translation>
  </message>
  <message>
   <source>Like the desktop</source>
   <translation>跟随桌面</translation>
  </message>
  <message>
   <source>Like the system</source>
   <translation>跟随系统</translation>
  </message>
  <message>
   <source>Off</source>
   <translation>关闭</translation>
  </message>
  <message>
   <source>Protanopia (no red cones)</source>
   <translation>红色盲（缺红锥细胞）</translation>
  </message>
  <message>
   <source>Tritanopia (no blue cones)</source>
   <translation>蓝色盲（缺蓝锥细胞）</translation>
  </message>
 </context>
 <context>
  <name>convviz/views/my_lesson_door.py</name>
  <message>
   <source>Saved {name}.</source>
   <translation>已保存 {name}。</translation>
  </message>
  <message>
   <source>This view is page {n} of your lesson.</source>
   <translation>这个画面是你课程的第 {n} 页。</translation>
  </message>
 </context>
 <context>
  <name>convviz/views/notes_window.py</name>
  <message>
   <source>Notes</source>
   <translation>备注</translation>
  </message>
  <message>
   <source>Notes of this scene</source>
   <translation>这个场景的备注</translation>
  </message>
  <message>
   <source>What is to be said while this scene is shown</source>
   <translation>展示这个场景时要说的话</translation>
  </message>
  <message>
   <source>What only the speaker sees; it is saved with the scene</source>
   <translation>只有讲者看得到，随场景一起保存</translation>
  </message>
 </context>
 <context>
  <name>convviz/views/notice.py</name>
  <message>
   <source>Close this message</source>
   <translation>关闭这条消息</translation>
  </message>
 </context>
 <context>
  <name>convviz/views/output_section.py</name>
  <message>
   <source>1 to {most}: each filter makes a feature map. A new one begins as a copy of the last.</source>
   <translation>1 到 {most}：每个滤波器得到一幅特征图。新的滤波器起初是上一个的副本。</translation>
  </message>
  <message>
   <source>Each channel is filtered by itself, or all are summed into one map, as in a layer of a network.</source>
   <translation>每个通道各自滤波，或像网络的一层那样全部相加成一幅特征图。</translation>
  </message>
  <message>
   <source>Feature map</source>
   <translation>特征图</translation>
  </message>
  <message>
   <source>How a colour picture is read: its brightness, one of its channels, or all three.</source>
   <translation>彩色图像如何读取：亮度、其中一个通道，或全部三个。</translation>
  </message>
  <message>
   <source>How values become colours. The numbers in the cells are always the true ones.</source>
   <translation>值如何变成颜色。格子里的数始终是真实值。</translation>
  </message>
  <message>
   <source>Mix</source>
   <translation>混合</translation>
  </message>
  <message>
   <source>Output channel</source>
   <translation>输出通道</translation>
  </message>
  <message>
   <source>Show output</source>
   <translation>输出显示</translation>
  </message>
  <message>
   <source>This picture is grey: it has only one channel.</source>
   <translation>这幅图像是灰度的：只有一个通道。</translation>
  </message>
  <message>
   <source>all (R, G, B)</source>
   <translation>全部（R、G、B）</translation>
  </message>
  <message>
   <source>each by itself</source>
   <translation>各自滤波</translation>
  </message>
  <message>
   <source>filter {n}</source>
   <translation>滤波器 {n}</translation>
  </message>
  <message>
   <source>offset 128</source>
   <translation>偏移 128</translation>
  </message>
  <message>
   <source>summed into one</source>
   <translation>合为一个</translation>
  </message>
 </context>
 <context>
  <name>convviz/views/output_size.py</name>
  <message>
   <source>o: output cells, i: input cells, p: padding, d: dilation, k: taps of the kernel, s: stride.</source>
   <translation>o：输出格数，i：输入格数，p：填充，d：膨胀率，k：卷积核抽头数，s：步幅。</translation>
  </message>
 </context>
 <context>
  <name>convviz/views/over_stage.py</name>
  <message>
   <source>Opening the picture…</source>
   <translation>正在打开图像…</translation>
  </message>
 </context>
 <context>
  <name>convviz/views/page_form.py</name>
  <message>
   <source>A few sentences that stand above the stage</source>
   <translation>显示在演示区上方的几句话</translation>
  </message>
  <message>
   <source>A whole number, from {least}</source>
   <translation>从 {least} 起的整数</translation>
  </message>
  <message>
   <source>Afterwards</source>
   <translation>答后说明</translation>
  </message>
  <message>
   <source>Column of the cell</source>
   <translation>该格的列</translation>
  </message>
  <message>
   <source>No question</source>
   <translation>没有问题</translation>
  </message>
  <message>
   <source>Page</source>
   <translation>页面</translation>
  </message>
  <message>
   <source>Prompt</source>
   <translation>提问</translation>
  </message>
  <message>
   <source>Question</source>
   <translation>问题</translation>
  </message>
  <message>
   <source>Row of the cell</source>
   <translation>该格的行</translation>
  </message>
  <message>
   <source>Speaker notes</source>
   <translation>讲者备注</translation>
  </message>
  <message>
   <source>Text</source>
   <translation>文字</translation>
  </message>
  <message>
   <source>The question as it is put to the class</source>
   <translation>向全班提出的问题</translation>
  </message>
  <message>
   <source>Watch steps</source>
   <translation>观看的步骤</translation>
  </message>
  <message>
   <source>What is asked; the answer is computed from the page's scene</source>
   <translation>问什么；答案由这一页的场景算出</translation>
  </message>
  <message>
   <source>What is said when the answer is shown</source>
   <translation>显示答案时说的话</translation>
  </message>
  <message>
   <source>What only the speaker sees</source>
   <translation>只有讲者看得到的内容</translation>
  </message>
  <message>
   <source>What the page is called</source>
   <translation>这一页叫什么</translation>
  </message>
  <message>
   <source>Whether the page has steps to be watched; it pauses at their end</source>
   <translation>这一页是否有要观看的步骤；到末尾暂停</translation>
  </message>
  <message>
   <source>from step {n}</source>
   <translation>从第 {n} 步</translation>
  </message>
  <message>
   <source>question</source>
   <translation>提问</translation>
  </message>
  <message>
   <source>to {n}</source>
   <translation>到第 {n} 步</translation>
  </message>
 </context>
 <context>
  <name>convviz/views/pane.py</name>
  <message>
   <source>Frame on the input: what the output cell is made from · on the output: that cell · grey: the part on the stage</source>
   <translation>输入上的框：算出该输出格的部分 · 输出上的框：该输出格 · 灰色：演示区显示的部分</translation>
  </message>
  <message>
   <source>Input and output pictures</source>
   <translation>输入与输出图像</translation>
  </message>
  <message>
   <source>Plus and minus zoom, arrow keys move, 0 shows everything.</source>
   <translation>加减号缩放，方向键移动，0 显示全部。</translation>
  </message>
  <message>
   <source>Wheel: zoom · drag: move · double click or 0: everything</source>
   <translation>滚轮：缩放 · 拖动：移动 · 双击或 0：显示全部</translation>
  </message>
 </context>
 <context>
  <name>convviz/views/paper_door.py</name>
  <message>
   <source>Open a lesson first, or add views to your own.</source>
   <translation>请先打开一个课程，或把画面加入你自己的课程。</translation>
  </message>
 </context>
 <context>
  <name>convviz/views/place.py</name>
  <message>
   <source>Step, output cell and phase</source>
   <translation>步骤、输出格与阶段</translation>
  </message>
  <message>
   <source>done</source>
   <translation>完成</translation>
  </message>
  <message>
   <source>row {row}, col {col}</source>
   <translation>行 {row}，列 {col}</translation>
  </message>
 </context>
 <context>
  <name>convviz/views/present_door.py</name>
  <message>
   <source>Page {n} of {total}</source>
   <translation>第 {n} 页，共 {total} 页</translation>
  </message>
  <message>
   <source>Step {n} of {total}</source>
   <translation>第 {n} 步，共 {total} 步</translation>
  </message>
  <message>
   <source>The stage has no room to show its content larger.</source>
   <translation>演示区没有空间把内容显示得更大。</translation>
  </message>
  <message>
   <source>{question} It is {truth}.</source>
   <translation>{question} 答案是 {truth}。</translation>
  </message>
 </context>
 <context>
  <name>convviz/views/presenter.py</name>
  <message>
   <source>ConvViz — presentation</source>
   <translation>ConvViz — 演示</translation>
  </message>
  <message>
   <source>Presentation</source>
   <translation>演示</translation>
  </message>
 </context>
 <context>
  <name>convviz/views/question_row.py</name>
  <message>
   <source>Check</source>
   <translation>检查</translation>
  </message>
  <message>
   <source>Check the answer</source>
   <translation>检查答案</translation>
  </message>
  <message>
   <source>Click the cell of the output on the stage.</source>
   <translation>请在演示区中单击输出的那一格。</translation>
  </message>
  <message>
   <source>Hide the answer again</source>
   <translation>重新隐藏答案</translation>
  </message>
  <message>
   <source>It is {truth}.</source>
   <translation>答案是 {truth}。</translation>
  </message>
  <message>
   <source>Not quite</source>
   <translation>不太对</translation>
  </message>
  <message>
   <source>Reveal</source>
   <translation>揭晓</translation>
  </message>
  <message>
   <source>Show the answer without giving one</source>
   <translation>不作答，直接显示答案</translation>
  </message>
  <message>
   <source>There it is {value}; look for {truth}.</source>
   <translation>那里是 {value}；请寻找 {truth}。</translation>
  </message>
  <message>
   <source>Try again</source>
   <translation>再试一次</translation>
  </message>
  <message>
   <source>You said {given}; it is {truth}.</source>
   <translation>你答的是 {given}，而正确答案是 {truth}。</translation>
  </message>
  <message>
   <source>Your answer</source>
   <translation>你的答案</translation>
  </message>
  <message>
   <source>Your answer: a number such as 42, −3, 0.5 or 1/9; Enter checks it</source>
   <translation>你的答案：一个数，例如 42、−3、0.5 或 1/9；按回车检查</translation>
  </message>
 </context>
 <context>
  <name>convviz/views/scene_door.py</name>
  <message>
   <source>Damaged</source>
   <translation>已损坏</translation>
  </message>
  <message>
   <source>Discard unsaved work</source>
   <translation>放弃未保存的工作</translation>
  </message>
  <message>
   <source>Examples</source>
   <translation>示例</translation>
  </message>
  <message>
   <source>Recent scenes</source>
   <translation>最近的场景</translation>
  </message>
  <message>
   <source>Sample pictures</source>
   <translation>示例图像</translation>
  </message>
  <message>
   <source>There is unsaved work from before; the start page, in the File menu, brings it back.</source>
   <translation>有上次未保存的工作；可从“文件”菜单的起始页恢复。</translation>
  </message>
  <message>
   <source>Unsaved work</source>
   <translation>未保存的工作</translation>
  </message>
  <message>
   <source>{path} is not there any more.</source>
   <translation>{path} 已不存在。</translation>
  </message>
 </context>
 <context>
  <name>convviz/views/sizes_window.py</name>
  <message>
   <source>Add</source>
   <translation>添加</translation>
  </message>
  <message>
   <source>All layers and what they add up to</source>
   <translation>所有的层以及它们的总和</translation>
  </message>
  <message>
   <source>Another layer below this one</source>
   <translation>在这一层下面再加一层</translation>
  </message>
  <message>
   <source>Backwards: which choices make the output wanted?</source>
   <translation>反过来算：哪些选择能得到想要的输出？</translation>
  </message>
  <message>
   <source>Enter on a cell edits it at the left.</source>
   <translation>在格子上按回车，即可在左侧编辑。</translation>
  </message>
  <message>
   <source>Moves this layer down</source>
   <translation>把这一层下移</translation>
  </message>
  <message>
   <source>Moves this layer up</source>
   <translation>把这一层上移</translation>
  </message>
  <message>
   <source>Network</source>
   <translation>网络</translation>
  </message>
  <message>
   <source>One layer, forwards and backwards</source>
   <translation>单独一层，正算与反算</translation>
  </message>
  <message>
   <source>Published networks, to look at and to change.</source>
   <translation>已发表的网络，可以查看和修改。</translation>
  </message>
  <message>
   <source>Remove</source>
   <translation>删除</translation>
  </message>
  <message>
   <source>Show</source>
   <translation>显示</translation>
  </message>
  <message>
   <source>Sizes calculator</source>
   <translation>尺寸计算器</translation>
  </message>
  <message>
   <source>Stack of layers</source>
   <translation>多层堆叠</translation>
  </message>
  <message>
   <source>Takes over the layer and the input of the main window</source>
   <translation>采用主窗口的层和输入</translation>
  </message>
  <message>
   <source>Takes this layer out</source>
   <translation>去掉这一层</translation>
  </message>
  <message>
   <source>Together: {parameters} parameters ({weights}) · {macs} MACs · all outputs {outputs}</source>
   <translation>合计：{parameters} 个参数（{weights}）· {macs} 次乘加 · 全部输出 {outputs}</translation>
  </message>
  <message>
   <source>Totals</source>
   <translation>合计</translation>
  </message>
  <message>
   <source>What this layer costs and sees</source>
   <translation>这一层的开销和它看到的范围</translation>
  </message>
  <message>
   <source>o: output cells, i: input cells, p: padding, d: dilation, k: taps, s: stride, a: output padding, f: factor.</source>
   <translation>o：输出格数，i：输入格数，p：填充，d：膨胀率，k：抽头数，s：步幅，a：输出填充，f：倍数。</translation>
  </message>
  <message>
   <source>your own</source>
   <translation>自定义</translation>
  </message>
  <message>
   <source>{title} ({source})</source>
   <translation>{title}（{source}）</translation>
  </message>
 </context>
 <context>
  <name>convviz/views/speaker.py</name>
  <message>
   <source>Blank</source>
   <translation>黑屏</translation>
  </message>
  <message>
   <source>ConvViz — speaker</source>
   <translation>ConvViz — 讲者</translation>
  </message>
  <message>
   <source>Count the time from now on</source>
   <translation>从现在起计时</translation>
  </message>
  <message>
   <source>Dim all but a circle around the pointer</source>
   <translation>除指针周围的圆圈外全部变暗</translation>
  </message>
  <message>
   <source>Enlarge what is around the window, then at the pointer, then nothing</source>
   <translation>先放大窗口周围，再放大指针处，再关闭</translation>
  </message>
  <message>
   <source>Magnifier</source>
   <translation>放大镜</translation>
  </message>
  <message>
   <source>Make the class's screen black, or show it again</source>
   <translation>让全班的屏幕变黑，或重新显示</translation>
  </message>
  <message>
   <source>Next</source>
   <translation>下一步</translation>
  </message>
  <message>
   <source>Next: {title}</source>
   <translation>接下来：{title}</translation>
  </message>
  <message>
   <source>Play or pause</source>
   <translation>播放或暂停</translation>
  </message>
  <message>
   <source>Previous</source>
   <translation>上一步</translation>
  </message>
  <message>
   <source>Restart timer</source>
   <translation>重新计时</translation>
  </message>
  <message>
   <source>Show the class the answer; then let it try again</source>
   <translation>向全班揭晓答案；再按一次则重新作答</translation>
  </message>
  <message>
   <source>Speaker</source>
   <translation>讲者</translation>
  </message>
  <message>
   <source>Spotlight</source>
   <translation>聚光</translation>
  </message>
  <message>
   <source>Time of day</source>
   <translation>当前时间</translation>
  </message>
  <message>
   <source>Time since the presentation began</source>
   <translation>演示开始以来的时间</translation>
  </message>
 </context>
 <context>
  <name>convviz/views/stack_table.py</name>
  <message>
   <source>Cells from tap to tap.</source>
   <translation>相邻抽头相隔的格数。</translation>
  </message>
  <message>
   <source>Cells of the stack's input from one output cell to the next.</source>
   <translation>相邻两个输出格在堆叠的输入中相隔的格数。</translation>
  </message>
  <message>
   <source>Cells on each side.</source>
   <translation>每一侧的格数。</translation>
  </message>
  <message>
   <source>Channels × cells along each axis.</source>
   <translation>通道 × 各轴格数。</translation>
  </message>
  <message>
   <source>Field</source>
   <translation>感受野</translation>
  </message>
  <message>
   <source>Layers</source>
   <translation>层</translation>
  </message>
  <message>
   <source>Multiply-accumulates for the whole output.</source>
   <translation>整个输出的乘加次数。</translation>
  </message>
  <message>
   <source>Receptive field: cells of the stack's input that an output cell sees.</source>
   <translation>感受野：一个输出格看到的堆叠输入的格子。</translation>
  </message>
  <message>
   <source>Taps along each axis, or the factor.</source>
   <translation>每个轴上的抽头数，或倍数。</translation>
  </message>
  <message>
   <source>What it does.</source>
   <translation>它做什么。</translation>
  </message>
  <message>
   <source>Where the first output cell's field begins; negative is in the padding.</source>
   <translation>第一个输出格的感受野从哪里开始；负数表示在填充中。</translation>
  </message>
 </context>
 <context>
  <name>convviz/views/stage_view.py</name>
  <message>
   <source>Stage</source>
   <translation>演示区</translation>
  </message>
 </context>
 <context>
  <name>convviz/views/start_page.py</name>
  <message>
   <source>Go to the stage</source>
   <translation>进入演示区</translation>
  </message>
  <message>
   <source>Open a scene…</source>
   <translation>打开场景…</translation>
  </message>
  <message>
   <source>Open an image…</source>
   <translation>打开图像…</translation>
  </message>
  <message>
   <source>Paint a picture of your own…</source>
   <translation>自己画一幅图像…</translation>
  </message>
  <message>
   <source>Start page</source>
   <translation>起始页</translation>
  </message>
  <message>
   <source>Things to begin with</source>
   <translation>可以由此开始</translation>
  </message>
  <message>
   <source>Watch a convolution happen, number by number.</source>
   <translation>一个数一个数地看清卷积如何进行。</translation>
  </message>
 </context>
 <context>
  <name>convviz/views/tips.py</name>
  <message>
   <source>{tip} ({keys})</source>
   <translation>{tip}（{keys}）</translation>
  </message>
 </context>
 <context>
  <name>convviz/views/toolbar.py</name>
  <message>
   <source>A blank picture to paint on</source>
   <translation>供涂画的空白图像</translation>
  </message>
  <message>
   <source>Open a picture</source>
   <translation>打开图像</translation>
  </message>
  <message>
   <source>Open image…</source>
   <translation>打开图像…</translation>
  </message>
  <message>
   <source>Paste</source>
   <translation>粘贴</translation>
  </message>
  <message>
   <source>Paste a picture</source>
   <translation>粘贴图像</translation>
  </message>
  <message>
   <source>Pictures that come with the program</source>
   <translation>程序自带的图像</translation>
  </message>
  <message>
   <source>Samples</source>
   <translation>示例图像</translation>
  </message>
  <message>
   <source>Save result…</source>
   <translation>保存结果…</translation>
  </message>
  <message>
   <source>Save what the kernel makes of it</source>
   <translation>保存卷积核处理后的结果</translation>
  </message>
  <message>
   <source>Step by step</source>
   <translation>逐步</translation>
  </message>
  <message>
   <source>What is computed</source>
   <translation>计算什么</translation>
  </message>
  <message>
   <source>Whole image</source>
   <translation>整幅图像</translation>
  </message>
 </context>
 <context>
  <name>convviz/views/tour.py</name>
  <message>
   <source>Click a weight to type another number, or drag to paint with the brush. Everything on screen follows at once, and Ctrl+Z undoes it.</source>
   <translation>单击一个权重可以输入另一个数，或用画笔拖动来涂。屏幕上的一切立即跟着改变，Ctrl+Z 可以撤销。</translation>
  </message>
  <message>
   <source>Each tile shows what a kernel makes of your picture. Click one, or search with Ctrl+F.</source>
   <translation>每个小图显示一个卷积核对你的图像的作用。单击一个，或用 Ctrl+F 搜索。</translation>
  </message>
  <message>
   <source>Finish</source>
   <translation>完成</translation>
  </message>
  <message>
   <source>Go back</source>
   <translation>上一步</translation>
  </message>
  <message>
   <source>Help brings the tour back</source>
   <translation>“帮助”菜单可以再次打开导览</translation>
  </message>
  <message>
   <source>Kernels, at work on your picture</source>
   <translation>卷积核，作用在你的图像上</translation>
  </message>
  <message>
   <source>One step at a time: the window on the input, the products, their sum, the cell that is written. Point at any cell to see what it has to do with the others; click an output cell to go there.</source>
   <translation>一次一步：输入上的窗口、乘积、它们的和、写入的格子。指向任意一个格子可以看到它与其他格的关系；单击输出格可以到那一步。</translation>
  </message>
  <message>
   <source>Play</source>
   <translation>播放</translation>
  </message>
  <message>
   <source>Skip the tour</source>
   <translation>跳过导览</translation>
  </message>
  <message>
   <source>Space plays and pauses, the arrow keys go step by step, with Shift phase by phase. ? lists all keys, and Help shows this tour again.</source>
   <translation>空格键播放和暂停，方向键逐步移动，加 Shift 逐阶段移动。? 列出所有快捷键，“帮助”菜单可以再次打开导览。</translation>
  </message>
  <message>
   <source>Stride, padding, dilation and all other choices. The output size is worked out anew with each of them.</source>
   <translation>步幅、填充、膨胀率和其他所有选择。输出大小每次都会重新算出。</translation>
  </message>
  <message>
   <source>The hint before</source>
   <translation>上一条提示</translation>
  </message>
  <message>
   <source>The kernel's cells</source>
   <translation>卷积核的格子</translation>
  </message>
  <message>
   <source>The next hint</source>
   <translation>下一条提示</translation>
  </message>
  <message>
   <source>The stage</source>
   <translation>演示区</translation>
  </message>
  <message>
   <source>Tour</source>
   <translation>导览</translation>
  </message>
  <message>
   <source>{n} of {all}</source>
   <translation>{n} / {all}</translation>
  </message>
 </context>
 <context>
  <name>convviz/views/transport.py</name>
  <message>
   <source>Back</source>
   <translation>后退</translation>
  </message>
  <message>
   <source>Drag to any step and phase (←, →; phases with Shift)</source>
   <translation>拖到任意一步和阶段（←、→；加 Shift 为阶段）</translation>
  </message>
  <message>
   <source>Forward</source>
   <translation>前进</translation>
  </message>
  <message>
   <source>Go to a cell, loop, what is played</source>
   <translation>转到某一格、循环、播放范围</translation>
  </message>
  <message>
   <source>More</source>
   <translation>更多</translation>
  </message>
  <message>
   <source>One step back; one phase back with Shift</source>
   <translation>后退一步；按住 Shift 后退一个阶段</translation>
  </message>
  <message>
   <source>One step forward; one phase forward with Shift</source>
   <translation>前进一步；按住 Shift 前进一个阶段</translation>
  </message>
  <message>
   <source>Pause</source>
   <translation>暂停</translation>
  </message>
  <message>
   <source>Playback</source>
   <translation>播放</translation>
  </message>
  <message>
   <source>Speed</source>
   <translation>速度</translation>
  </message>
  <message>
   <source>Steps per second (+ and −)</source>
   <translation>每秒步数（+ 和 −）</translation>
  </message>
  <message>
   <source>Time</source>
   <translation>时间</translation>
  </message>
  <message>
   <source>To the first step</source>
   <translation>到第一步</translation>
  </message>
  <message>
   <source>To the last step</source>
   <translation>到最后一步</translation>
  </message>
  <message>
   <source>{speed} step/s</source>
   <translation>{speed} 步/秒</translation>
  </message>
  <message>
   <source>{speed} steps/s</source>
   <translation>{speed} 步/秒</translation>
  </message>
 </context>
 <context>
  <name>convviz/views/transport_extras.py</name>
  <message>
   <source>Go to</source>
   <translation>转到</translation>
  </message>
  <message>
   <source>Go to an output cell: type its row and column, then Enter</source>
   <translation>转到某个输出格：键入行和列，再按回车</translation>
  </message>
  <message>
   <source>Go to row, column</source>
   <translation>转到行、列</translation>
  </message>
  <message>
   <source>Image</source>
   <translation>整幅图像</translation>
  </message>
  <message>
   <source>Loop</source>
   <translation>循环</translation>
  </message>
  <message>
   <source>Play the region on the stage</source>
   <translation>播放演示区中的区域</translation>
  </message>
  <message>
   <source>Play the whole image, page by page</source>
   <translation>逐页播放整幅图像</translation>
  </message>
  <message>
   <source>Region</source>
   <translation>区域</translation>
  </message>
  <message>
   <source>Start again at the end</source>
   <translation>到末尾后重新开始</translation>
  </message>
  <message>
   <source>row, col</source>
   <translation>行、列</translation>
  </message>
 </context>
 <context>
  <name>convviz/views/vocabulary_window.py</name>
  <message>
   <source>Formulas</source>
   <translation>公式</translation>
  </message>
  <message>
   <source>Nothing has “{text}” in it.</source>
   <translation>没有包含“{text}”的内容。</translation>
  </message>
  <message>
   <source>Search in English and in Chinese, in words, formulas and sources</source>
   <translation>用英文或中文搜索术语、公式和出处</translation>
  </message>
  <message>
   <source>Search words and formulas</source>
   <translation>搜索术语与公式</translation>
  </message>
  <message>
   <source>Source: {source}</source>
   <translation>出处：{source}</translation>
  </message>
  <message>
   <source>Vocabulary</source>
   <translation>术语</translation>
  </message>
  <message>
   <source>Vocabulary and formulas</source>
   <translation>术语与公式</translation>
  </message>
  <message>
   <source>Words and formulas</source>
   <translation>术语与公式</translation>
  </message>
  <message>
   <source>Words: {words}, formulas: {formulas}</source>
   <translation>{words} 个术语，{formulas} 个公式</translation>
  </message>
 </context>
 <context>
  <name>convviz/views/whole_image_head.py</name>
  <message>
   <source>Crop</source>
   <translation>裁剪</translation>
  </message>
  <message>
   <source>Drag a rectangle on the input: it becomes the whole input (Shift+drag does so at any time)</source>
   <translation>在输入上拖出一个矩形：它就成为整个输入（随时可用 Shift+拖动）</translation>
  </message>
  <message>
   <source>Input and output</source>
   <translation>输入与输出</translation>
  </message>
  <message>
   <source>Remove crop</source>
   <translation>取消裁剪</translation>
  </message>
  <message>
   <source>The whole picture is the input again</source>
   <translation>重新以整幅图像为输入</translation>
  </message>
  <message>
   <source>comparing…</source>
   <translation>正在比较…</translation>
  </message>
  <message>
   <source>computed in {time}</source>
   <translation>计算用时 {time}</translation>
  </message>
  <message>
   <source>{n} windows, computed both ways and compared</source>
   <translation>{n} 个窗口，两种方法都算过并作了比较</translation>
  </message>
  <message>
   <source>✓ numpy = fast path, max |Δ| = {worst}</source>
   <translation>✓ numpy = 快速算法，max |Δ| = {worst}</translation>
  </message>
  <message>
   <source>✗ numpy ≠ {other}, max |Δ| = {worst} at row {row}, column {col}</source>
   <translation>✗ numpy ≠ {other}，max |Δ| = {worst}，位于第 {row} 行第 {col} 列</translation>
  </message>
 </context>
</TS>
