package dev.storywire.dedup.learn;

/**
 * Fits a logistic regression by Newton's method with a ridge penalty (le Cessie and van Houwelingen
 * 1992). Suitable for a few features and some hundred examples.
 */
final class LogisticRegression {
  private static final int MAX_STEPS = 100;
  private static final double CONVERGED = 1e-9;

  /** Maximum step of a weight, so that separable data does not diverge. */
  private static final double LONGEST_STEP = 3;

  private LogisticRegression() {}

  /**
   * Fits on standardised features. Returns weights for the original features.
   *
   * @param x feature vectors of the examples
   * @param y classes of the examples
   * @param importance weights of the examples
   * @param ridge penalty on the squared weights of standardised features; the intercept has none
   * @return a weight for each feature, then the intercept
   */
  static double[] fit(double[][] x, boolean[] y, double[] importance, double ridge) {
    int features = x[0].length;
    double[] mean = new double[features];
    double[] deviation = new double[features];
    double[][] standard = standardise(x, mean, deviation);
    double[] weights = newton(standard, y, importance, ridge);
    for (int j = 0; j < features; j++) {
      weights[j] /= deviation[j];
      weights[features] -= weights[j] * mean[j];
    }
    return weights;
  }

  private static double[] newton(double[][] x, boolean[] y, double[] importance, double ridge) {
    int n = x[0].length;
    double[] weights = new double[n];
    for (int step = 0; step < MAX_STEPS; step++) {
      double[] gradient = new double[n];
      double[][] hessian = new double[n][n];
      for (int i = 0; i < x.length; i++) {
        double p = 1 / (1 + Math.exp(-dot(weights, x[i])));
        double error = importance[i] * ((y[i] ? 1 : 0) - p);
        double curvature = importance[i] * Math.max(1e-9, p * (1 - p));
        for (int j = 0; j < n; j++) {
          gradient[j] += error * x[i][j];
          for (int k = 0; k < n; k++) {
            hessian[j][k] += curvature * x[i][j] * x[i][k];
          }
        }
      }
      for (int j = 0; j < n - 1; j++) {
        gradient[j] -= ridge * weights[j];
        hessian[j][j] += ridge;
      }
      double[] delta = solve(hessian, gradient);
      double largest = 0;
      for (int j = 0; j < n; j++) {
        weights[j] += Math.max(-LONGEST_STEP, Math.min(LONGEST_STEP, delta[j]));
        largest = Math.max(largest, Math.abs(delta[j]));
      }
      if (largest < CONVERGED) {
        break;
      }
    }
    return weights;
  }

  /** Standardises to mean 0 and deviation 1, and appends a column of ones for the intercept. */
  private static double[][] standardise(double[][] x, double[] mean, double[] deviation) {
    int features = mean.length;
    double[][] standard = new double[x.length][features + 1];
    for (int j = 0; j < features; j++) {
      for (double[] row : x) {
        mean[j] += row[j] / x.length;
      }
      for (double[] row : x) {
        deviation[j] += (row[j] - mean[j]) * (row[j] - mean[j]) / x.length;
      }
      deviation[j] = Math.max(1e-9, Math.sqrt(deviation[j]));
      for (int i = 0; i < x.length; i++) {
        standard[i][j] = (x[i][j] - mean[j]) / deviation[j];
      }
    }
    for (double[] row : standard) {
      row[features] = 1;
    }
    return standard;
  }

  /** Solves a system by Gauss-Jordan elimination. The ridge keeps the pivots away from zero. */
  private static double[] solve(double[][] matrix, double[] right) {
    int n = right.length;
    for (int pivot = 0; pivot < n; pivot++) {
      for (int row = 0; row < n; row++) {
        if (row != pivot) {
          double factor = matrix[row][pivot] / matrix[pivot][pivot];
          for (int column = pivot; column < n; column++) {
            matrix[row][column] -= factor * matrix[pivot][column];
          }
          right[row] -= factor * right[pivot];
        }
      }
    }
    double[] solution = new double[n];
    for (int i = 0; i < n; i++) {
      solution[i] = right[i] / matrix[i][i];
    }
    return solution;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
