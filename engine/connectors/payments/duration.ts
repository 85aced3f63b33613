/** How long a payer has to pay, as the analyst writes it: "P3D", "PT30M". */
export type Duration = string

const DURATION = /^P(?=.)(?:(\d{1,3})W)?(?:(\d{1,4})D)?(?:T(?=.)(?:(\d{1,4})H)?(?:(\d{1,6})M)?(?:(\d{1,8})S)?)?$/
const UNITS = [604_800_000, 86_400_000, 3_600_000, 60_000, 1000]

/** Milliseconds of an ISO 8601 duration in weeks, days, hours, minutes and seconds; undefined for any other text. */
export function milliseconds(text: Duration): number | undefined {
  const match = DURATION.exec(text)
  if (match === null) return undefined
  return UNITS.reduce((sum, unit, index) => sum + unit * Number(match[index + 1] ?? 0), 0)
}
