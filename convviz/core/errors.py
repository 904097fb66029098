"""What the program refuses, as data: a code and the offending values.

A refusal is raised where the rule is known and put into words where it is shown: `str(error)` is the
English sentence, `error.message` the same for translation.
"""

from __future__ import annotations

from convviz.i18n import Message, msg


class Refusal(ValueError):
    """Input that cannot be used. Attributes: code, and values by name."""

    def __init__(self, code: str, **values: object) -> None:
        self.code = code
        self.values = values
        super().__init__(str(self.message))

    @property
    def message(self) -> Message:
        """The sentence a person reads, ready for translation."""
        return msg(SENTENCES[self.code], **self.values)


class SpecError(Refusal):
    """Parameters that describe no computation: a stride of 0, a window larger than its input."""

    @property
    def message(self) -> Message:
        """The sentence, with the name that the parameter has in each language."""
        name = self.values.get("name")
        values = {**self.values, "name": msg(str(name))} if name in PARAMETERS else self.values
        return msg(SENTENCES[self.code], **values)


class ImageError(Refusal):
    """A file that is not a picture this program can open, or a place where none can be written."""


class KernelError(Refusal):
    """A text that is not a kernel."""


PARAMETERS = frozenset(
    (
        "activation", "bias", "bits", "brush", "channel", "channels", "column", "connections",
        "corner", "dilation", "factor", "filters", "generators", "grey", "groups", "height", "kind",
        "kernel", "length", "mode", "output", "padding", "pages", "row", "scale", "size",
        "speed", "stack", "stride", "text", "theme", "value", "weight", "width",
    )
)  # fmt: skip
"""Those of which a person has a word in every language; others are called as in a program."""
SENTENCES = {
    # --- SpecError: spec.py, sizes.py, functional.py
    "not_positive": "{name} must be at least 1, not {value}.",
    "negative": "{name} must not be negative, but is {value}.",
    "not_integer": "{name} must be a whole number, not {value!r}.",
    "not_finite": "{name} must be a finite number, not {value}.",
    "not_a_pair": "{name} must be two whole numbers (rows, columns), not {value!r}.",
    "not_padding": "padding must be 'same', 'valid' or four whole numbers (top, bottom, left, right), "
    "not {value!r}.",
    "unknown_choice": "{name} must be one of {allowed}, not {value!r}.",
    "window_too_wide": "{k} taps at dilation {d} reach over {span} cells; at most {most}.",
    "kernel_too_large": "A kernel of {kh} × {kw} is too large: at most {most} × {most}.",
    "same_needs_stride_1": "padding 'same' needs stride 1, not {sh}, {sw}.",
    "groups_do_not_divide": "{groups} groups do not divide {channels} channels evenly.",
    "window_larger_than_input": "The window spans {span} cells ({k} taps, dilation {d}), but the input with "
    "its padding has only {padded} ({i} + {p}).",
    "reflect_too_wide": "Reflect padding of {p} needs an image of at least {p} + 1 cells; this one has {i}.",
    "circular_too_wide": "Circular padding of {p} needs an image of at least {p} cells; this one has {i}.",
    "channels_differ": "The input has {channels} channels, but the layer reads {expected}.",
    "not_channels_rows_columns": "The input must be (channels, rows, columns), not of shape {shape}.",
    "weight_shape": "The weights have shape {shape}; this layer needs {expected}.",
    "bias_shape": "The bias has shape {shape}; this layer needs one number for each of {expected} filters.",
    "kernels_differ_in_size": "All kernels of a layer must have one size; these are {sizes}.",
    "one_kernel": "A transposed convolution here has one kernel, not {count}.",
    "no_kernels_here": "This operation has no kernel; choose convolution to use one.",
    "not_a_canvas": "Only a canvas can be painted on; make one with File, New canvas.",
    "no_such_cell": "There is no output cell at row {row}, column {col}: rows go from 0 to {last_row}, "
    "columns from 0 to {last_col}.",
    "output_too_large": "The output would have {channels} × {height} × {width} numbers; at most {most} are "
    "computed.",
    "out_of_memory": "There is not enough memory for this.",
    "no_cells": "The input has no cells: its shape is {shape}.",
    "not_images": "The input must be (channels, rows, columns) or a batch of those, not of shape {shape}.",
    "types_differ": "The {name} is {dtype}, but the input is {expected}; both must be of one type.",
    "type_not_computed": "Numbers of type {dtype} cannot be used here; use one of {allowed}.",
    "pad_not_pairs": "pad must be pairs (before, after) of whole numbers, last dimension first, "
    "not {value!r}.",
    "pad_too_long": "pad has {n} numbers, but an input of {dims} dimensions takes at most {most}.",
    "pad_dimensions": "Padding mode {mode} pads the last dimension of 2 or 3, the last two of 3 or 4 or the "
    "last three of 4 or 5; {n} numbers do not fit an input of {dims} dimensions.",
    "value_not_taken": "Padding mode {mode} copies cells and takes no value, but was given {value}.",
    "value_does_not_fit": "The padding value {value} does not fit into {dtype}.",
    "not_number": "{name} must be a number, not {value!r}.",
    "not_one_per_axis": "{name} must be one whole number, or {n} of them, not {value!r}.",
    "wrong_dimensions": "The input must have {least} dimensions, or {most} as a batch, not shape {shape}.",
    "same_needs_every_stride_1": "padding 'same' needs stride 1, not {stride}.",
    "output_padding_too_large": "output_padding {output_padding} must be less than the stride ({s}) or the "
    "dilation ({d}).",
    "nothing_comes_out": "{i} cells, stamped with {k} taps at stride {s}, dilation {d} and padding {p}, make "
    "{size} cells.",
    "not_pool_padding": "padding must be two whole numbers (rows, columns), or four (top, bottom, left, "
    "right), not {value!r}.",
    "pool_padding_too_wide": "Padding of {p} is more than half of a pooling window of {k}.",
    "average_has_no_dilation": "Average pooling has no dilation; it is {dh}, {dw} here.",
    "chain_pools_blocks": "A layer pools blocks that lie side by side, without padding or dilation, "
    "not {pool}.",
    "input_smaller_than_window": "An axis of {i} cells is smaller than the window of {k}.",
    "nothing_unpooled": "Unpooling makes an output of {shape} cells: the padding cuts everything off.",
    "divisor_is_zero": "divisor_override must not be 0.",
    "not_an_output_size": "output_size must be {n} whole numbers, or {more} with batch and channels, "
    "not {value!r}.",
    "unpooled_elsewhere": "Indices counted in {height} × {width} cells mean other cells, or none, of an "
    "output of {rows} × {cols}: it must be as wide, and as high as the windows reach.",
    "not_pooled_from": "output_size must be from {least} to {most} for this pooling, not {size}.",
    "indices_type": "indices must be of type int64, not {dtype}.",
    "indices_shape": "indices have shape {shape}, but the input has {expected}; both must have one.",
    "index_outside": "The index {index} lies outside an output plane of {shape}: {cells} cells.",
    "not_taps": "{rows} rows are no whole number of channels of {kh} × {kw} taps.",
    "not_windows": "There are {columns} columns, but {rows} × {cols} windows.",
    "scales_to_nothing": "{n} cells scaled by {factor} are no cells.",
    "scale_not_positive": "scale must be above 0, not {value}.",
    "size_or_scale": "Give size or scale_factor: one of them, not {given}.",
    "recompute_needs_scale": "recompute_scale_factor needs a scale_factor, not size {size}.",
    "align_corners_unused": "align_corners is for {allowed} only, not for mode {mode}.",
    "antialias_unused": "antialias is for bilinear and bicubic only, not for mode {mode}.",
    "mode_dimensions": "Mode {mode} needs an input of {expected} dimensions, not of shape {shape}.",
    "bias_not_spread": "A bias of shape {shape} does not spread over an output of shape {expected}.",
    "shapes_differ": "The {name} has shape {shape}, but should have {expected}.",
    "no_classes": "The input needs at least one class; its shape is {shape}.",
    "target_type": "Target classes must be of type int64, not {dtype}.",
    "no_such_class": "There is no class {value}: there are {classes}, counted from 0.",
    "ignore_index_unused": "ignore_index {value} is for targets that are classes, not probabilities.",
    "dense_too_large": "A dense layer reads at most {most} × {most} cells here, not {height} × {width}: crop "
    "the picture to fewer.",
    "dense_shape": "The input has shape {shape}, but the layer reads {expected}.",
    "nothing_left": "Padding of {pad} takes more away than there is in an input of shape {shape}.",
    "not_one_row": "A window along rows has height, stride and dilation 1 and no padding there, not {kh}, "
    "{sh}, {dh} and {top}, {bottom}.",
    "window_too_deep": "A window of {k} slices is too deep: at most {most}.",
    "one_stack": "A stack of slices is filtered by one filter in one group, not by {filters} in {groups}.",
    "not_slices_rows_columns": "The input must be (slices, rows, columns), not of shape {shape}.",
    "slice_kernels": "{count} kernels do not fit a window of {slices} slices: one for all, or one for each.",
    "not_binary": "A code computes with 0 and 1 only, not with {value:g}.",
    "generators_differ": "All generator sequences must have one length; these have {lengths}.",
    # --- SpecError: labs/signal_text.py
    "signal_padding_text": "Padding is same, same-tf, valid, full, one whole number, or two (before, after), "
    "not “{text}”.",
    "kernel_one_row": "A signal's kernel is one row of numbers; these are {rows} rows.",
    # --- SpecError: labs/dilated.py
    "rates_text": "A stack's dilations are whole numbers such as 1, 2, 4, one for each layer, not “{text}”.",
    "bits_text": "{name} is written in 0 and 1, such as {example}, not “{text}”.",
    # --- SpecError: views/entries.py
    "triple_text": "{name} is one whole number, or three for slices, rows and columns, not “{text}”.",
    "pads_text": "Padding is same-tf, one whole number or two (rows, columns), not “{text}”.",
    "depth_padding_text": "Padding is same, same-tf, valid, one whole number, three (slices, rows, columns) "
    "or six (before and after each), not “{text}”.",
    "pair_text": "{name} is one whole number, or two for rows and columns, not “{text}”.",
    "numbers_text": "{name} is one number, or two for rows and columns, not “{text}”.",
    "padding_text": "Padding is same, same-tf, valid, one whole number, two (rows, columns) or four "
    "(top, bottom, left, right), not “{text}”.",
    "whole_number_text": "{name} must be whole numbers, which “{word}” is not.",
    "outside_range": "{name} must be from {least} to {most}, not {value}.",
    "cell_text": "Type a row and a column, such as 3, 4, not “{text}”.",
    "cell_outside": "There is no cell {row}, {col}: rows go from 0 to {last_row}, "
    "columns from 0 to {last_col}.",
    # --- ImageError: images.py, saving.py, samples.py
    "image_missing": "There is no file {path}.",
    "image_folder": "{name} is a folder, not a picture.",
    "image_not_a_file": "{name} is a device or a pipe, not a picture file.",
    "image_unreadable": "{path} cannot be read: {reason}.",
    "image_empty": "{name} is an empty file.",
    "image_file_too_large": "{name} holds {size} bytes; at most {limit} are read.",
    "image_unknown": "{name} is not a picture of a kind that can be opened ({formats}).",
    "image_damaged": "{name} is cut off or damaged: it cannot be decoded as {format}.",
    "image_too_large": "{name} has {width} × {height} pixels; at most {limit} pixels are opened.",
    "image_not_finite": "{name} holds {count} values that are not finite numbers.",
    "image_beyond": "{name} holds the number {value}; more than {most} cannot be summed.",
    "slices_too_many": "{name} has {count} slices of {width} × {height} pixels or more; at most {most} "
    "slices with {limit} pixels in all are opened.",
    "slices_differ": "Slice {n} of {name} has {width} × {height} pixels, but the first has {first_width} × "
    "{first_height}.",
    "image_memory": "There is not enough memory to open {name}.",
    "unknown_channel": "There is no channel “{channel}”; use one of {channels}.",
    "unknown_sample": "There is no sample picture “{id}”.",
    "canvas_size": "A canvas of {height} × {width} pixels needs {expected} bytes, not {count}.",
    "pasted_size": "A pasted picture of {height} × {width} pixels does not have {count} bytes.",
    "save_ending": "{name} cannot be written: its name must end in one of {endings}.",
    "save_folder": "{path} is a folder; give the file a name.",
    "save_folder_taken": "There is something at {path} already; name a folder that is new or empty.",
    "save_no_folder": "There is no folder {folder}.",
    "save_not_a_file": "{path} is a device or a pipe, and is left alone.",
    "save_disk_full": "{path} was not written: the disk is full.",
    "save_failed": "{path} was not written: {reason}.",
    "save_too_wide": "{name} was not written: {height} × {width} pixels are more than the {limit} on a side "
    "that {ending} can hold.",
    # --- Refusal and SpecError: export/, paint/film.py
    "export_ending": "{name} cannot be exported: its name must end in one of {endings}, or in nothing for a "
    "folder of pictures.",
    "export_extra": "{format} needs the extra “{extra}”: pip install 'convviz[{extra}]'. Without it there "
    "are {others}.",
    "export_size": "A picture may have {least} to {most} pixels on a side, not {width} × {height}.",
    "export_odd": "{format} needs an even width and height, not {width} × {height}.",
    "export_fps": "{format} shows 1 to {most} frames per second, not {fps}.",
    "no_such_steps": "The steps go from 0 to {end}; {first} to {last} cannot be shown.",
    "no_such_moment": "The steps take from 0 to {end}; there is no moment {at}.",
    # --- SpecError: stacks.py, layer_sizes.py, and the calculator's fields
    "scaled_to_nothing": "{i} cells times {factor} leave no whole cell.",
    "not_above_zero": "{name} must be above 0, not {value}.",
    "uneven_padding": "Only the padding of a convolution or a pooling may differ before and after; here it "
    "is one number.",
    "axes_differ": "All sizes must have the same 1 to {most} axes, not {lengths}.",
    "no_layers": "A stack needs at least one layer.",
    "axes_text": "{name} must be one number, or {axes}, one for each axis, not “{text}”.",
    # --- KernelError: kernels.py, named.py, kernel_text.py
    "unknown_kernel": "There is no kernel “{id}”; the nearest names are {near}.",
    "unknown_parameter": "{kernel} has no parameter “{name}”.",
    "parameter_out_of_range": "{label} must be from {minimum} to {maximum}, not {value}.",
    "parameter_not_whole": "{label} must be a whole number, not {value}.",
    "kernel_parameter_text": "The parameters of {kernel} are written like {example}, not “{text}”.",
    "kernel_parameter_none": "{kernel} has no parameters, so nothing may follow its name.",
    "kernel_number_word": "“{word}” is not a number.",
    "kernel_number_not_finite": "“{word}” is not a finite number.",
    "kernel_number_too_large": "“{word}” is larger than any 32-bit number (3.4e38).",
    "kernel_number_over_zero": "“{word}” divides by zero.",
    "kernel_text_empty": "This text has no numbers in it.",
    "kernel_text_number": "Line {line}, number {place}: {reason}",
    "kernel_text_gap": "Line {line} has nothing where number {place} should be.",
    "kernel_text_mixed": (
        "Line {line} mixes separators; put one kind between its numbers, one row on a line, "
        "and write decimals with a point."
    ),
    "kernel_text_scale": "Line {line}: a scale such as “1/16 *” must stand alone above all rows.",
    "kernel_text_ragged": "Line {line} has {length} numbers, but line {first_line} has {first_length}.",
    "kernel_text_too_large": (
        "This kernel has {height} × {width} numbers (rows × columns); the largest is {largest} × {largest}."
    ),
    "kernel_text_too_long": "A kernel text may be at most {limit} bytes long, but this has {size}.",
    "kernel_text_binary": "This is not a text of numbers.",
    "kernel_file_missing": "There is no file {path}.",
    "kernel_file_folder": "{path} is a folder, not a kernel text.",
    "kernel_file_special": "{path} is not an ordinary file.",
    "kernel_file_unreadable": "{path} cannot be read: {reason}.",
    # --- Refusal: state/jobs.py
    "unexpected": "Something went wrong inside the program: {reason}.",
    # --- Refusal: cli/
    "padding_value_unused": "--padding-value {value} needs --padding-mode constant, not {mode}.",
    "unknown_operation": "There is no operation “{id}”; there are {named}.",
    "unknown_layer": "There is no layer and no network “{id}”; there are {named}.",
    "option_unused": "{option} changes nothing with the other choices; leave it out.",
    "no_display": "There is no display to open a window on; “convviz apply”, “convviz run” and "
    "“convviz render” work without one.",
    "no_window": "The window cannot be opened: {reason}.",
    "no_scene": "There is no scene {name}: it is neither a file nor one of {examples}.",
    "no_choice": "“{text}” is no choice of this scene; write NAME=VALUE with one of {names}.",
    "choices_refused": "This scene cannot have {changes}: {reason}.",
    "scene_unreadable": "{path} cannot be read: {reason}.",
    # --- SpecError and KernelError: scene/
    "no_kernels": "A layer needs at least one filter, and each filter at least one kernel.",
    "bias_per_filter": "{count} biases do not fit {filters} filters: each has one.",
    "too_many": "{name} must be at most {most}, not {value}.",
    "out_of_range": "{name} must be from {least} to {most}, not {value}.",
    "crop_outside": "{height} × {width} cells from row {top}, column {left} on do not lie in the picture of "
    "{rows} × {cols}.",
    "kernel_empty": "A kernel needs at least one number.",
    "kernel_ragged": "Row {row} of the kernel has {length} numbers, but row 0 has {first}.",
    "kernel_weight": "The weight in row {row}, column {col} must be a number up to {most}, not {value}.",
    "kernel_sum_zero": "The weights add up to 0; there is nothing to divide by.",
    "kernel_name_empty": "A kernel of your own needs a name.",
    "kernel_name_long": "A kernel's name may have {most} characters; this one has {length}.",
    "kernel_name_taken": "There already is a kernel of your own called “{name}”.",
    "kernel_name_unknown": "There is no kernel of your own called “{name}”.",
    # --- ImageError and CodecError: scene/embedded.py, scene/codec.py, scene/scene_files.py
    "embedded_title": "The title of a picture may have 1 to {most} characters; this one has {length}.",
    "embedded_size": "The picture {title} in the scene has {size} bytes; it may have 1 to {most}.",
    "scene_missing": "There is no file {path}.",
    "scene_folder": "{name} is a folder, not a scene file.",
    "scene_not_a_file": "{name} is a device or a pipe, not a scene file.",
    "scene_empty": "{name} is an empty file.",
    "scene_position": "The position must be a number from 0 to {most}, not {value}.",
    "scene_notes": "The notes have {length} characters; they may have {most}.",
    "picture_moved": "The scene shows the picture {name}, which is not there: {path}.",
    "picture_changed": "{path} is not the picture that the scene was saved with.",
    "not_readable": "This is not a readable ConvViz file: {reason}.",
    "not_writable": "{text} cannot be written in a ConvViz file.",
    "scene_too_large": "The file has {size} bytes; a scene has at most {most}.",
    "settings_too_large": "The settings file has {size} bytes; it may have {most}.",
    "settings_too_new": "The settings are those of a newer ConvViz (format {version}; this one reads up to "
    "{known}).",
    "scene_too_new": "The scene was made by a newer ConvViz (format {version}; this one reads up to "
    "{known}).",
    # --- SpecError and CodecError: scene/lesson.py, scene/lesson_file.py
    "no_pages": "A lesson needs at least one page.",
    "watch_backwards": "Steps are watched forwards, not from {first} to {last}.",
    "lesson_missing": "There is no lesson {path}.",
    "lesson_not_a_file": "{path} is not a lesson file, but a folder, a device or a pipe.",
    "lesson_unreadable": "{path} cannot be read: {reason}.",
    "lesson_too_large": "The file has {size} bytes; a lesson has at most {most}.",
    "lesson_too_new": "The lesson was made by a newer ConvViz (format {version}; this one reads up to "
    "{known}).",
    "lesson_not_held": "The lesson has a page on the picture “{name}”, but does not hold it.",
    # --- Refusal: cli/lesson.py
    "options_unused": "{what} does not use {options}.",
    "no_lesson_page": "{name} is a scene, and has no pages; only a lesson has.",
    "lesson_unnamed": "“convviz lesson {act}” needs a lesson: its number, its id, or its file.",
    "lesson_no_output": "“convviz lesson {act}” needs a file to write: -o FILE.",
    "no_such_page": "There is no page {number}: the lesson has {count}, counted from 1.",
    # --- Refusal: cli/sizes.py
    "no_sums": "The scene {path} holds nothing of the sizes calculator.",
    # --- SpecError: scene/sums.py
    "not_a_factor": "A factor is a whole number, or two of them such as 7/3, not {value}.",
    # --- SpecError: labs/questions.py
    "unknown_question": "There is no question “{asks}”; one of {known} can be asked.",
    "question_no_cell": "The question “{asks}” is about one cell, but names none.",
    "question_cell_outside": "The question “{asks}” is about row {row}, column {col}, but rows go from 0 to "
    "{last_row}, columns from 0 to {last_col}.",
    "question_unfit": "The question “{asks}” cannot be asked here: {reason}.",
}
