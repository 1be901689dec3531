package org.linli.loan.history.statistics;

import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;

/**
 * Newton's method for logistic regression; the first coefficient is the intercept. A very small ridge keeps the equations
 * solvable when two inputs say the same.
 */
final class LogisticRegression {
    private static final int MOST_STEPS = 50;
    private static final double RIDGE = 1e-6;
    private static final double ENOUGH = 1e-9;

    private LogisticRegression() {}

    /**
     * @param inputs a row per sample, without the column of ones
     * @param hits whether the event happened
     */
    static double[] fit(double[][] inputs, boolean[] hits) {
        int columns = inputs[0].length + 1;
        RealVector beta = new ArrayRealVector(columns);
        for (int step = 0; step < MOST_STEPS; step++) {
            double[] gradient = new double[columns];
            double[][] hessian = new double[columns][columns];
            for (int i = 0; i < inputs.length; i++) {
                add(row(inputs[i]), hits[i], beta, gradient, hessian);
            }
            for (int j = 0; j < columns; j++) {
                gradient[j] -= RIDGE * beta.getEntry(j);
                hessian[j][j] += RIDGE;
            }
            RealMatrix curvature = new Array2DRowRealMatrix(hessian, false);
            RealVector move = new CholeskyDecomposition(curvature, 1e-8, 1e-14)
                    .getSolver()
                    .solve(new ArrayRealVector(gradient, false));
            beta = beta.add(move);
            if (move.getLInfNorm() < ENOUGH) {
                break;
            }
        }
        return beta.toArray();
    }

    private static double[] row(double[] input) {
        double[] row = new double[input.length + 1];
        row[0] = 1;
        System.arraycopy(input, 0, row, 1, input.length);
        return row;
    }

    private static void add(double[] row, boolean hit, RealVector beta, double[] gradient, double[][] hessian) {
        double odds = 0;
        for (int j = 0; j < row.length; j++) {
            odds += row[j] * beta.getEntry(j);
        }
        double chance = 1 / (1 + Math.exp(-odds));
        double spread = Math.max(chance * (1 - chance), 1e-12);
        for (int j = 0; j < row.length; j++) {
            gradient[j] += ((hit ? 1 : 0) - chance) * row[j];
            for (int k = 0; k < row.length; k++) {
                hessian[j][k] += spread * row[j] * row[k];
            }
        }
    }
}
