"""The examples of Resize that the ONNX operator documentation publishes; see onnx_examples."""

from __future__ import annotations

from convviz import functional as F  # noqa: N812  (as torch's is known)
from tests.functional.onnx_examples import Example, picture

TWO, FOUR, SIXTEEN = picture(2, 2), picture(2, 4), picture(4, 4)

EXAMPLES: dict[str, Example] = {
    "resize_upsample_scales_nearest": (
        lambda: F.interpolate(TWO, scale_factor=(2, 3), mode="nearest-exact"),
        "1 1 1 2 2 2 / 1 1 1 2 2 2 / 3 3 3 4 4 4 / 3 3 3 4 4 4",
    ),
    "resize_downsample_scales_nearest": (
        lambda: F.interpolate(FOUR, scale_factor=0.6, mode="nearest-exact"),
        "1 3",
    ),
    "resize_upsample_sizes_nearest": (
        lambda: F.interpolate(TWO, (7, 8)),
        (
            "1 1 1 1 2 2 2 2 / 1 1 1 1 2 2 2 2 / 1 1 1 1 2 2 2 2 / 1 1 1 1 2 2 2 2 / "
            "3 3 3 3 4 4 4 4 / 3 3 3 3 4 4 4 4 / 3 3 3 3 4 4 4 4"
        ),
    ),
    "resize_upsample_sizes_nearest_not_larger": (
        lambda: F.interpolate(TWO, 7),
        (
            "1 1 1 1 2 2 2 / 1 1 1 1 2 2 2 / 1 1 1 1 2 2 2 / 1 1 1 1 2 2 2 / 3 3 3 3 4 4 4 / "
            "3 3 3 3 4 4 4 / 3 3 3 3 4 4 4"
        ),
    ),
    "resize_upsample_sizes_nearest_not_smaller": (
        lambda: F.interpolate(TWO, 8),
        (
            "1 1 1 1 2 2 2 2 / 1 1 1 1 2 2 2 2 / 1 1 1 1 2 2 2 2 / 1 1 1 1 2 2 2 2 / "
            "3 3 3 3 4 4 4 4 / 3 3 3 3 4 4 4 4 / 3 3 3 3 4 4 4 4 / 3 3 3 3 4 4 4 4"
        ),
    ),
    "resize_downsample_sizes_nearest_not_larger": (
        lambda: F.interpolate(FOUR, (1, 2)),
        "1 3",
    ),
    "resize_upsample_scales_linear": (
        lambda: F.interpolate(TWO, scale_factor=2, mode="bilinear"),
        "1 1.25 1.75 2 / 1.5 1.75 2.25 2.5 / 2.5 2.75 3.25 3.5 / 3 3.25 3.75 4",
    ),
    "resize_upsample_scales_linear_align_corners": (
        lambda: F.interpolate(TWO, scale_factor=2, mode="bilinear", align_corners=True),
        "1 1.33333 1.66667 2 / 1.66667 2 2.33333 2.66667 / 2.33333 2.66667 3 3.33333 / 3 3.33333 3.66667 4",
    ),
    "resize_downsample_scales_linear": (
        lambda: F.interpolate(FOUR, scale_factor=0.6, mode="bilinear"),
        "2.66667 4.33333",
    ),
    "resize_upsample_scales_cubic": (
        lambda: F.interpolate(SIXTEEN, scale_factor=2, mode="bicubic"),
        (
            "0.47266 0.76953 1.24609 1.875 2.28125 2.91016 3.38672 3.68359 / "
            "1.66016 1.95703 2.43359 3.0625 3.46875 4.09766 4.57422 4.87109 / "
            "3.56641 3.86328 4.33984 4.96875 5.375 6.00391 6.48047 6.77734 / "
            "6.08203 6.37891 6.85547 7.48438 7.89062 8.51953 8.99609 9.29297 / "
            "7.70703 8.00391 8.48047 9.10938 9.51562 10.14453 10.62109 10.91797 / "
            "10.22266 10.51953 10.99609 11.625 12.03125 12.66016 13.13672 13.43359 / "
            "12.12891 12.42578 12.90234 13.53125 13.9375 14.56641 15.04297 15.33984 / "
            "13.31641 13.61328 14.08984 14.71875 15.125 15.75391 16.23047 16.52734"
        ),
    ),
    "resize_upsample_scales_cubic_align_corners": (
        lambda: F.interpolate(SIXTEEN, scale_factor=2, mode="bicubic", align_corners=True),
        (
            "1 1.34111 1.80029 2.32945 2.67055 3.19971 3.65889 4 / "
            "2.36443 2.70554 3.16472 3.69388 4.03499 4.56414 5.02332 5.36443 / "
            "4.20117 4.54227 5.00146 5.53061 5.87172 6.40087 6.86006 7.20117 / "
            "6.31778 6.65889 7.11808 7.64723 7.98834 8.51749 8.97668 9.31778 / "
            "7.68222 8.02332 8.48251 9.01166 9.35277 9.88192 10.34111 10.68222 / "
            "9.79883 10.13994 10.59912 11.12828 11.46939 11.99854 12.45773 12.79883 / "
            "11.63557 11.97668 12.43586 12.96501 13.30612 13.83528 14.29446 14.63557 / "
            "13 13.34111 13.80029 14.32945 14.67055 15.19971 15.65889 16"
        ),
    ),
    "resize_downsample_scales_cubic": (
        lambda: F.interpolate(SIXTEEN, scale_factor=0.8, mode="bicubic"),
        "1.47119 2.78125 4.08252 / 6.71143 8.02148 9.32275 / 11.9165 13.22656 14.52783",
    ),
    "resize_upsample_sizes_cubic": (
        lambda: F.interpolate(SIXTEEN, (9, 10), mode="bicubic"),
        (
            "0.45508 0.64058 0.97158 1.42258 1.90733 2.22333 2.70808 3.15908 3.49008 3.67558 / "
            "1.39438 1.57988 1.91088 2.36188 2.84663 3.16263 3.64738 4.09838 4.42938 4.61488 / "
            "2.95131 3.13681 3.46781 3.91881 4.40356 4.71956 5.20431 5.65531 5.98631 6.17181 / "
            "5.20525 5.39075 5.72175 6.17275 6.6575 6.9735 7.45825 7.90925 8.24025 8.42575 / "
            "6.88975 7.07525 7.40625 7.85725 8.342 8.658 9.14275 9.59375 9.92475 10.11025 / "
            "8.57425 8.75975 9.09075 9.54175 10.0265 10.3425 10.82725 11.27825 11.60925 11.79475 / "
            "10.82819 11.01369 11.34469 11.79569 12.28044 12.59644 13.08119 13.53219 13.86319 14.04869 / "
            "12.38512 12.57062 12.90162 13.35262 13.83737 14.15337 14.63812 15.08912 15.42012 15.60562 / "
            "13.32442 13.50992 13.84092 14.29192 14.77667 15.09267 15.57742 16.02842 16.35942 16.54492"
        ),
    ),
    "resize_downsample_sizes_cubic": (
        lambda: F.interpolate(SIXTEEN, 3, mode="bicubic"),
        "1.63079 3.00463 4.37847 / 7.12616 8.5 9.87384 / 12.62153 13.99537 15.36921",
    ),
    "resize_upsample_scales_cubic_A_n0p5_exclude_outside": (  # Pillow's filter, which antialias takes
        lambda: F.interpolate(SIXTEEN, scale_factor=2, mode="bicubic", antialias=True),
        (
            "0.55882 0.81494 1.35698 1.89706 2.39706 2.93714 3.47918 3.73529 / "
            "1.5833 1.83942 2.38146 2.92153 3.42153 3.96161 4.50365 4.75977 / "
            "3.75146 4.00758 4.54962 5.08969 5.58969 6.12977 6.67181 6.92793 / "
            "5.91176 6.16788 6.70992 7.25 7.75 8.29008 8.83212 9.08823 / "
            "7.91176 8.16788 8.70992 9.25 9.75 10.29008 10.83212 11.08823 / "
            "10.07207 10.32819 10.87023 11.41031 11.91031 12.45038 12.99242 13.24854 / "
            "12.24023 12.49635 13.03839 13.57847 14.07847 14.61854 15.16058 15.4167 / "
            "13.26471 13.52082 14.06287 14.60294 15.10294 15.64302 16.18506 16.44118"
        ),
    ),
}
