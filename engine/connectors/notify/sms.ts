/**
 * Sends a notice by SMS through a gateway over HTTP: POST JSON { to, text, reference } with a bearer token.
 *
 * `Idempotency-Key` is the notice's key, the same on every attempt: a gateway that honours it sends once. 2xx is taken;
 * anything else, a redirect included, is not.
 */
import type { Notice } from '../../core/notice.ts'
import type { SmsConfig } from './config.ts'

/** Rejects when the gateway did not take it. */
export type SmsSender = (notice: Notice, reference: string, signal: AbortSignal) => Promise<void>

/** Ten joined messages; beyond it gateways cut or refuse. */
export const longestSms = 670

export function smsSender(config: SmsConfig): SmsSender {
  return async (notice, reference, signal) => {
    const { sender, token } = config
    const response = await fetch(config.url, {
      method: 'POST',
      redirect: 'manual',
      headers: {
        'Content-Type': 'application/json; charset=utf-8',
        Accept: 'application/json',
        'Idempotency-Key': notice.key,
        ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
      },
      body: JSON.stringify({
        to: notice.to,
        text: notice.body,
        reference,
        ...(sender === undefined ? {} : { sender }),
      }),
      signal: AbortSignal.any([signal, AbortSignal.timeout(config.timeoutMs ?? 20_000)]),
    })
    await response.body?.cancel()
    if (!response.ok) throw new Error(`Expected the SMS gateway to answer 2xx, but it answered ${response.status}`)
  }
}
