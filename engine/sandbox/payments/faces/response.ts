/** How the double answers: JSON for scripts, pages for people. */
import type { ServerResponse } from 'node:http'
import { canonical } from '../canonical.ts'
import { STYLE_POLICY } from './payer-page.ts'

export const json = (response: ServerResponse, status: number, body: object): void =>
  void response.writeHead(status, { 'Content-Type': 'application/json; charset=utf-8' }).end(canonical(body))

export const html = (response: ServerResponse, status: number, body: string): void =>
  void response
    .writeHead(status, { 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': STYLE_POLICY })
    .end(body)
