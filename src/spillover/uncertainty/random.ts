/** Numbers from 0 to 2³² − 1, each as likely as any other. */
export type RandomIntegers = () => number

const WARM_UP = 15

/**
 * The random numbers of one draw, which depend on seed and draw alone: Chris Doty-Humphrey's sfc32, of PractRand, seeded with
 * three numbers as there. Its state is of integers of 32 bits, so that it gives the same on every machine.
 * https://pracrand.sourceforge.net/RNG_engines.txt
 */
export function randomIntegers(seed: number, draw: number): RandomIntegers {
  let a = seed | 0
  let b = draw | 0
  let c = 0
  let counter = 1
  const next = () => {
    const sum = (a + b + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + sum) | 0
    return sum >>> 0
  }
  for (let round = 0; round < WARM_UP; round++) next()
  return next
}

/** A number between 0 and 1, neither of which it is: the middle of one of 2³² equal parts. */
export const uniform = (random: RandomIntegers): number => (random() + 0.5) / 2 ** 32
