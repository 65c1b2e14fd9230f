/** One question's candidates, and which of them answer it; none of them when nothing we know does. */
export interface Judged {
  readonly evidence: readonly (readonly number[])[];
  readonly right: readonly boolean[];
}

export interface Fitted {
  readonly weights: readonly number[];
  readonly none: number;
  /** Mean of −log of the probability given to what is right. */
  readonly loss: number;
}

const rounds = 3000;
const step = 0.05;
const shrink = 0.001;
const momentum = 0.9;
const scaleMemory = 0.999;

/**
 * Finds the weights under which what is right is most probable: a softmax over a question's candidates and "none of them",
 * by gradient descent with momentum (Adam). The same questions give the same weights.
 */
export function fit(questions: readonly Judged[], pieces: number): Fitted {
  // The last parameter is the strength of "none".
  const parameters = new Float64Array(pieces + 1);
  const mean = new Float64Array(pieces + 1);
  const square = new Float64Array(pieces + 1);
  let loss = 0;
  for (let round = 1; round <= rounds; round++) {
    const gradient = new Float64Array(pieces + 1);
    loss = questions.reduce((sum, question) => sum + addGradient(question, parameters, gradient), 0) / questions.length;
    gradient.forEach((total, at) => {
      const slope = total / questions.length + (at < pieces ? shrink * (parameters[at] ?? 0) : 0);
      mean[at] = momentum * (mean[at] ?? 0) + (1 - momentum) * slope;
      square[at] = scaleMemory * (square[at] ?? 0) + (1 - scaleMemory) * slope * slope;
      const corrected = (mean[at] ?? 0) / (1 - momentum ** round) / (Math.sqrt((square[at] ?? 0) / (1 - scaleMemory ** round)) + 1e-8);
      parameters[at] = (parameters[at] ?? 0) - step * corrected;
    });
  }
  const rounded = [...parameters].map((value) => Math.round(value * 100) / 100);
  return { weights: rounded.slice(0, pieces), none: rounded[pieces] ?? 0, loss };
}

/** Adds the gradient of one question; gives its loss. */
function addGradient({ evidence, right }: Judged, parameters: Float64Array, gradient: Float64Array): number {
  const last = parameters.length - 1;
  const strengths = [
    ...evidence.map((pieces) => pieces.reduce((sum, amount, at) => sum + amount * (parameters[at] ?? 0), 0)),
    parameters[last] ?? 0,
  ];
  const top = Math.max(...strengths);
  const likelihoods = strengths.map((strength) => Math.exp(strength - top));
  const total = likelihoods.reduce((sum, likelihood) => sum + likelihood, 0);
  const wanted = right.includes(true) ? [...right, false] : [...right.map(() => false), true];
  const mass = likelihoods.reduce((sum, likelihood, at) => sum + (wanted[at] ? likelihood : 0), 0);
  likelihoods.forEach((likelihood, at) => {
    const pull = likelihood / total - (wanted[at] ? likelihood / mass : 0);
    const pieces = evidence[at];
    if (pieces === undefined) gradient[last] = (gradient[last] ?? 0) + pull;
    else
      pieces.forEach((amount, piece) => {
        gradient[piece] = (gradient[piece] ?? 0) + pull * amount;
      });
  });
  return -Math.log(mass / total);
}
