package org.optbench.analysis.report;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Draws one page of PDF 1.4 with the standard font Helvetica; characters outside Windows-1252 become question marks. */
final class PdfCanvas implements Canvas {

    private static final Charset ENCODING = Charset.forName("windows-1252");
    /** Advance widths of Helvetica for the characters 32 to 126, in 1/1000 of the size (Adobe Font Metrics). */
    private static final int[] WIDTHS = {278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556,
            556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722,
            667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556,
            556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584};
    private static final double CIRCLE = 0.5522847498;

    private final StringBuilder content = new StringBuilder();
    private final Map<Integer, String> states = new TreeMap<>();
    private final double width;
    private final double height;

    PdfCanvas(double width, double height) {
        this.width = width;
        this.height = height;
        content.append("1 j 0 J\n");
    }

    /** The file. */
    byte[] document(String title) {
        StringBuilder graphics = new StringBuilder();
        states.forEach((percent, name) -> graphics.append(String.format(Locale.ROOT, "/%s << /ca %.2f >> ", name, percent / 100.0)));
        byte[] stream = content.toString().getBytes(ENCODING);
        List<byte[]> objects = new ArrayList<>();
        objects.add(ascii("<< /Type /Catalog /Pages 2 0 R >>"));
        objects.add(ascii("<< /Type /Pages /Kids [3 0 R] /Count 1 >>"));
        objects.add(ascii(String.format(Locale.ROOT,
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 %.2f %.2f] /Contents 5 0 R /Resources << /Font << /F1 4 0 R >> /ExtGState << %s>> >> >>", width,
                height, graphics)));
        objects.add(ascii("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"));
        objects.add(join(ascii("<< /Length " + stream.length + " >>\nstream\n"), stream, ascii("\nendstream")));
        objects.add(join(ascii("<< /Title ("), escape(title).getBytes(ENCODING), ascii(") /Producer (optbench) >>")));
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(ascii("%PDF-1.4\n"));
        StringBuilder table = new StringBuilder("xref\n0 " + (objects.size() + 1) + "\n0000000000 65535 f \n");
        for (int i = 0; i < objects.size(); i++) {
            table.append(String.format(Locale.ROOT, "%010d 00000 n \n", file.size()));
            file.writeBytes(join(ascii((i + 1) + " 0 obj\n"), objects.get(i), ascii("\nendobj\n")));
        }
        int start = file.size();
        file.writeBytes(ascii(table + "trailer\n<< /Size " + (objects.size() + 1) + " /Root 1 0 R /Info 6 0 R >>\nstartxref\n" + start + "\n%%EOF\n"));
        return file.toByteArray();
    }

    @Override
    public void line(double[] x, double[] y, Stroke stroke) {
        content.append(colour(stroke.colour())).append(String.format(Locale.ROOT, "RG %.2f w [", stroke.width()));
        for (double d : stroke.dash()) {
            content.append(String.format(Locale.ROOT, "%.1f ", d));
        }
        content.append("] 0 d\n");
        points(x, y);
        content.append("S\n");
    }

    @Override
    public void area(double[] x, double[] y, String colour, double opacity) {
        int percent = (int) Math.round(opacity * 100);
        content.append("q /").append(states.computeIfAbsent(percent, p -> "G" + p)).append(" gs ").append(colour(colour)).append("rg\n");
        points(x, y);
        content.append("f Q\n");
    }

    @Override
    public void dot(double x, double y, double radius, String colour) {
        double c = radius * CIRCLE;
        double v = height - y;
        content.append(colour(colour)).append("rg ").append(String.format(Locale.ROOT,
                "%.2f %.2f m %.2f %.2f %.2f %.2f %.2f %.2f c %.2f %.2f %.2f %.2f %.2f %.2f c %.2f %.2f %.2f %.2f %.2f %.2f c %.2f %.2f %.2f %.2f %.2f %.2f c f%n",
                x + radius, v, x + radius, v + c, x + c, v + radius, x, v + radius, x - c, v + radius, x - radius, v + c, x - radius, v, x - radius, v - c,
                x - c, v - radius, x, v - radius, x + c, v - radius, x + radius, v - c, x + radius, v));
    }

    @Override
    public void text(double x, double y, String text, double size, Anchor anchor, String colour) {
        double shift = switch (anchor) {
            case START -> 0;
            case MIDDLE -> advance(text, size) / 2;
            case END -> advance(text, size);
        };
        content.append("BT ").append(colour(colour)).append(String.format(Locale.ROOT, "rg /F1 %.1f Tf %.2f %.2f Td (", size, x - shift, height - y))
                .append(escape(text)).append(") Tj ET\n");
    }

    @Override
    public void uprightText(double x, double y, String text, double size, String colour) {
        content.append("BT ").append(colour(colour)).append(String.format(Locale.ROOT, "rg /F1 %.1f Tf 0 1 -1 0 %.2f %.2f Tm (", size, x,
                height - y - advance(text, size) / 2)).append(escape(text)).append(") Tj ET\n");
    }

    /** Width of a text in Helvetica. */
    static double advance(String text, double size) {
        int total = 0;
        for (char c : text.toCharArray()) {
            total += c >= 32 && c <= 126 ? WIDTHS[c - 32] : 556;
        }
        return total * size / 1000;
    }

    private void points(double[] x, double[] y) {
        for (int i = 0; i < x.length; i++) {
            content.append(String.format(Locale.ROOT, "%.2f %.2f %s%n", x[i], height - y[i], i == 0 ? "m" : "l"));
        }
    }

    private static String colour(String hex) {
        int rgb = Integer.parseInt(hex.substring(1), 16);
        return String.format(Locale.ROOT, "%.3f %.3f %.3f ", (rgb >> 16) / 255.0, (rgb >> 8 & 255) / 255.0, (rgb & 255) / 255.0);
    }

    private static String escape(String text) {
        String known = new String(text.getBytes(ENCODING), ENCODING);
        return known.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)").replace("\n", " ").replace("\r", " ");
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
