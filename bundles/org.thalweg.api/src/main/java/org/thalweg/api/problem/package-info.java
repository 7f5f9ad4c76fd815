/**
 * The physical problem: landscape, noise, learning rate and batch size, start, domain and horizon.
 *
 * <h2>Conventions</h2>
 *
 * <ul>
 *   <li>theta: parameters. L(theta): loss. H: its Hessian. One SGD step is theta &lt;- theta - eta
 *       g, where the minibatch gradient g has mean grad L and covariance C(theta), per step and for
 *       the whole minibatch.
 *   <li>Time is t = eta k after k steps of learning rate eta.
 *   <li>Langevin (Ito): d theta = -grad L dt + Q dW with Q Q^T = eta C = 2 D, so that D = eta C /
 *       2.
 *   <li>Fokker-Planck (Ito): dP/dt = sum_i d_i (P d_i L) + sum_ij d_i d_j (D_ij P); D is symmetric,
 *       full, and may depend on theta.
 *   <li>Noise per sample has standard deviation sigma; sigma^2 / batch acts. Learning rate and
 *       batch size are physical parameters of the problem, not numerical knobs of a method.
 *   <li>Valley: L(x, y) = L0(x) + lambda(x) y^2 / 2, x (axis 0) along the floor, y (axis 1) across
 *       it; flatness F(x) = lambda(x)^(-1/2).
 *   <li>z is a standard normal number, P a joint density, p a marginal.
 * </ul>
 *
 * <p>Source: Yang, Tang, Tu, Phys. Rev. Lett. 130, 237101 (2023),
 * doi:10.1103/PhysRevLett.130.237101.
 */
@Export
@Version("1.0.0")
package org.thalweg.api.problem;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
