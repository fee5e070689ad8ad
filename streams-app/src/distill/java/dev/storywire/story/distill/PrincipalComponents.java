package dev.storywire.story.distill;

import java.util.Random;

/** The principal components of two sets of vectors, found by orthogonal iteration. */
final class PrincipalComponents {
  private static final int ITERATIONS = 60;
  private static final int SEED = 1;

  private double[][] components;

  /**
   * Finds the components.
   *
   * @param number of components
   * @param first vectors with mean 0
   * @param second vectors with mean 0, which count as much as all of the first
   */
  PrincipalComponents(int number, double[][] first, double[][] second) {
    int dimensions = first[0].length;
    double[][] covariance = new double[dimensions][dimensions];
    add(covariance, first);
    add(covariance, second);
    Random random = new Random(SEED);
    components = new double[number][dimensions];
    for (double[] component : components) {
      for (int d = 0; d < dimensions; d++) {
        component[d] = random.nextGaussian();
      }
    }
    for (int i = 0; i < ITERATIONS; i++) {
      components = orthonormal(project(components, covariance));
    }
  }

  /** Returns the coordinates of vectors in the components. */
  double[][] project(double[][] vectors) {
    return project(vectors, components);
  }

  private static double[][] project(double[][] vectors, double[][] axes) {
    double[][] projected = new double[vectors.length][axes.length];
    for (int i = 0; i < vectors.length; i++) {
      for (int k = 0; k < axes.length; k++) {
        projected[i][k] = dot(vectors[i], axes[k]);
      }
    }
    return projected;
  }

  private static void add(double[][] covariance, double[][] vectors) {
    for (double[] vector : vectors) {
      for (int i = 0; i < vector.length; i++) {
        for (int j = 0; j < vector.length; j++) {
          covariance[i][j] += vector[i] * vector[j] / vectors.length;
        }
      }
    }
  }

  /** Makes vectors orthogonal and of length 1, one after the other (Gram-Schmidt). */
  private static double[][] orthonormal(double[][] vectors) {
    for (int k = 0; k < vectors.length; k++) {
      for (int before = 0; before < k; before++) {
        double shared = dot(vectors[k], vectors[before]);
        for (int d = 0; d < vectors[k].length; d++) {
          vectors[k][d] -= shared * vectors[before][d];
        }
      }
      double length = Math.sqrt(dot(vectors[k], vectors[k]));
      for (int d = 0; d < vectors[k].length; d++) {
        vectors[k][d] /= length;
      }
    }
    return vectors;
  }

  static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int d = 0; d < a.length; d++) {
      sum += a[d] * b[d];
    }
    return sum;
  }
}
