package org.optbench.tasks.synthetic.classic;

/** The formulas of the classic functions; x has array shape {@code [d]}. */
final class ClassicFormulas {

    private static final double TWO_PI = 2.0 * Math.PI;

    /** A function of a vector. */
    @FunctionalInterface
    interface Formula {
        double value(double[] x);
    }

    private ClassicFormulas() {
    }

    static double ackley(double[] x) {
        double squares = 0.0;
        double cosines = 0.0;
        for (double v : x) {
            squares += v * v;
            cosines += StrictMath.cos(TWO_PI * v);
        }
        return -20.0 * StrictMath.exp(-0.2 * Math.sqrt(squares / x.length)) - StrictMath.exp(cosines / x.length) + 20.0 + Math.E;
    }

    static double alpine1(double[] x) {
        double sum = 0.0;
        for (double v : x) {
            sum += Math.abs(v * StrictMath.sin(v) + 0.1 * v);
        }
        return sum;
    }

    static double dixonPrice(double[] x) {
        double sum = (x[0] - 1.0) * (x[0] - 1.0);
        for (int i = 1; i < x.length; i++) {
            double z = 2.0 * x[i] * x[i] - x[i - 1];
            sum += (i + 1) * z * z;
        }
        return sum;
    }

    static double elliptic(double[] x) {
        double sum = 0.0;
        for (int i = 0; i < x.length; i++) {
            sum += StrictMath.pow(1e6, i / (x.length - 1.0)) * x[i] * x[i];
        }
        return sum;
    }

    static double griewank(double[] x) {
        double sum = 0.0;
        double product = 1.0;
        for (int i = 0; i < x.length; i++) {
            sum += x[i] * x[i];
            product *= StrictMath.cos(x[i] / Math.sqrt(i + 1.0));
        }
        return 1.0 + sum / 4000.0 - product;
    }

    static double levy(double[] x) {
        int d = x.length;
        double first = StrictMath.sin(Math.PI * (1.0 + (x[0] - 1.0) / 4.0));
        double sum = first * first;
        for (int i = 0; i < d; i++) {
            double w = 1.0 + (x[i] - 1.0) / 4.0;
            double sine = StrictMath.sin(i < d - 1 ? Math.PI * w + 1.0 : TWO_PI * w);
            sum += (w - 1.0) * (w - 1.0) * (1.0 + (i < d - 1 ? 10.0 : 1.0) * sine * sine);
        }
        return sum;
    }

    static double rastrigin(double[] x) {
        double sum = 10.0 * x.length;
        for (double v : x) {
            sum += v * v - 10.0 * StrictMath.cos(TWO_PI * v);
        }
        return sum;
    }

    static double rosenbrock(double[] x) {
        double sum = 0.0;
        for (int i = 0; i < x.length - 1; i++) {
            double a = x[i + 1] - x[i] * x[i];
            double b = 1.0 - x[i];
            sum += 100.0 * a * a + b * b;
        }
        return sum;
    }

    static double salomon(double[] x) {
        double squares = 0.0;
        for (double v : x) {
            squares += v * v;
        }
        double norm = Math.sqrt(squares);
        return 1.0 - StrictMath.cos(TWO_PI * norm) + 0.1 * norm;
    }

    static double schwefel(double[] x) {
        double sum = 418.9829 * x.length;
        for (double v : x) {
            sum -= v * StrictMath.sin(Math.sqrt(Math.abs(v)));
        }
        return sum;
    }

    static double schwefel12(double[] x) {
        double sum = 0.0;
        double partial = 0.0;
        for (double v : x) {
            partial += v;
            sum += partial * partial;
        }
        return sum;
    }

    static double schwefel222(double[] x) {
        double sum = 0.0;
        double product = 1.0;
        for (double v : x) {
            sum += Math.abs(v);
            product *= Math.abs(v);
        }
        return sum + product;
    }

    static double sphere(double[] x) {
        double sum = 0.0;
        for (double v : x) {
            sum += (v - 0.5) * (v - 0.5);
        }
        return sum;
    }

    static double styblinskiTang(double[] x) {
        double sum = 0.0;
        for (double v : x) {
            sum += v * v * v * v - 16.0 * v * v + 5.0 * v;
        }
        return sum / 2.0;
    }

    static double sumOfPowers(double[] x) {
        double sum = 0.0;
        for (int i = 0; i < x.length; i++) {
            sum += StrictMath.pow(Math.abs(x[i]), i + 2.0);
        }
        return sum;
    }

    static double zakharov(double[] x) {
        double squares = 0.0;
        double weighted = 0.0;
        for (int i = 0; i < x.length; i++) {
            squares += x[i] * x[i];
            weighted += 0.5 * (i + 1) * x[i];
        }
        double second = weighted * weighted;
        return squares + second + second * second;
    }

    static double beale(double[] x) {
        double a = x[0];
        double b = x[1];
        double p = 1.5 - a + a * b;
        double q = 2.25 - a + a * b * b;
        double r = 2.625 - a + a * b * b * b;
        return p * p + q * q + r * r;
    }

    static double booth(double[] x) {
        double p = x[0] + 2.0 * x[1] - 7.0;
        double q = 2.0 * x[0] + x[1] - 5.0;
        return p * p + q * q;
    }

    static double branin(double[] x) {
        double a = x[1] - 5.1 / (4.0 * Math.PI * Math.PI) * x[0] * x[0] + 5.0 / Math.PI * x[0] - 6.0;
        return a * a + 10.0 * (1.0 - 1.0 / (8.0 * Math.PI)) * StrictMath.cos(x[0]) + 10.0;
    }

    static double bukin6(double[] x) {
        return 100.0 * Math.sqrt(Math.abs(x[1] - 0.01 * x[0] * x[0])) + 0.01 * Math.abs(x[0] + 10.0);
    }

    static double crossInTray(double[] x) {
        double bump = StrictMath.exp(Math.abs(100.0 - Math.sqrt(x[0] * x[0] + x[1] * x[1]) / Math.PI));
        return -0.0001 * StrictMath.pow(Math.abs(StrictMath.sin(x[0]) * StrictMath.sin(x[1]) * bump) + 1.0, 0.1);
    }

    static double dropWave(double[] x) {
        double squares = x[0] * x[0] + x[1] * x[1];
        return -(1.0 + StrictMath.cos(12.0 * Math.sqrt(squares))) / (0.5 * squares + 2.0);
    }

    static double easom(double[] x) {
        double a = x[0] - Math.PI;
        double b = x[1] - Math.PI;
        return -StrictMath.cos(x[0]) * StrictMath.cos(x[1]) * StrictMath.exp(-a * a - b * b);
    }

    static double eggholder(double[] x) {
        double b = x[1] + 47.0;
        return -b * StrictMath.sin(Math.sqrt(Math.abs(b + x[0] / 2.0))) - x[0] * StrictMath.sin(Math.sqrt(Math.abs(x[0] - b)));
    }

    static double goldsteinPrice(double[] x) {
        double a = x[0];
        double b = x[1];
        double s = a + b + 1.0;
        double t = 2.0 * a - 3.0 * b;
        return (1.0 + s * s * (19.0 - 14.0 * a + 3.0 * a * a - 14.0 * b + 6.0 * a * b + 3.0 * b * b))
                * (30.0 + t * t * (18.0 - 32.0 * a + 12.0 * a * a + 48.0 * b - 36.0 * a * b + 27.0 * b * b));
    }

    static double himmelblau(double[] x) {
        double p = x[0] * x[0] + x[1] - 11.0;
        double q = x[0] + x[1] * x[1] - 7.0;
        return p * p + q * q;
    }

    static double holderTable(double[] x) {
        double bump = StrictMath.exp(Math.abs(1.0 - Math.sqrt(x[0] * x[0] + x[1] * x[1]) / Math.PI));
        return -Math.abs(StrictMath.sin(x[0]) * StrictMath.cos(x[1]) * bump);
    }

    static double levy13(double[] x) {
        double p = StrictMath.sin(3.0 * Math.PI * x[0]);
        double q = StrictMath.sin(3.0 * Math.PI * x[1]);
        double r = StrictMath.sin(TWO_PI * x[1]);
        return p * p + (x[0] - 1.0) * (x[0] - 1.0) * (1.0 + q * q) + (x[1] - 1.0) * (x[1] - 1.0) * (1.0 + r * r);
    }

    static double matyas(double[] x) {
        return 0.26 * (x[0] * x[0] + x[1] * x[1]) - 0.48 * x[0] * x[1];
    }

    static double sixHumpCamel(double[] x) {
        double a = x[0] * x[0];
        double b = x[1] * x[1];
        return (4.0 - 2.1 * a + a * a / 3.0) * a + x[0] * x[1] + (-4.0 + 4.0 * b) * b;
    }

    static double threeHumpCamel(double[] x) {
        double a = x[0] * x[0];
        return 2.0 * a - 1.05 * a * a + a * a * a / 6.0 + x[0] * x[1] + x[1] * x[1];
    }
}
