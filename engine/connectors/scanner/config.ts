/** Where the virus scanner listens. */
import { isJsonObject, type JsonValue } from '../../core/json.ts'
import { invalid, type Problem } from '../../core/problem.ts'

export interface ScannerConfig {
  readonly host: string
  readonly port: number
  /** Milliseconds of silence after which a file is refused for now. */
  readonly timeout: number
}

const TIMEOUT = 20_000

/** { "host": "127.0.0.1", "port": 3310, "timeout"?: 20000 } */
export function readScannerConfig(value: JsonValue): ScannerConfig | Problem {
  const { host, port, timeout = TIMEOUT, ...rest } = isJsonObject(value) ? value : {}
  const isPort = typeof port === 'number' && Number.isInteger(port) && port > 0 && port < 65_536
  const isTime = typeof timeout === 'number' && Number.isInteger(timeout) && timeout > 0
  if (typeof host === 'string' && host !== '' && isPort && isTime && Object.keys(rest).length === 0)
    return { host, port, timeout }
  return invalid('config.invalid', 'a scanner as { "host": "127.0.0.1", "port": 3310, "timeout"?: 20000 }')
}
