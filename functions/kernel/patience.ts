/**
 * How long a client of the platform waits for one answer, and how often it asks: together less than the function may run, so
 * that the person is told in words what happened and not by the gateway. Without these a client waits for ever.
 */
export const PATIENCE = {
  requestHandler: { connectionTimeout: 1000, requestTimeout: 4000, throwOnRequestTimeout: true },
  maxAttempts: 3,
} as const;

const FETCH_MS = 15_000;

/** `fetch` that gives up. */
export const patientFetch: typeof fetch = (input, init) =>
  fetch(input, { ...init, signal: AbortSignal.timeout(FETCH_MS) });
