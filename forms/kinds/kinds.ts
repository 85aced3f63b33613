/** All kinds of questions. A new one is a file here, a partial `html/<name>.hbs`, its line in this table and in `core/package/widgets.ts`. */
import { address } from './address.ts'
import { file } from './file.ts'
import { files } from './files.ts'
import { iban } from './iban.ts'
import { location } from './location.ts'
import { personName } from './personName.ts'
import { search } from './search.ts'
import { signature } from './signature.ts'
import { table } from './table.ts'
import { time } from './time.ts'
import { isWidget } from '../../engine/core/package/widgets.ts'
import { date } from './date.ts'
import { declaration } from './declaration.ts'
import { email } from './email.ts'
import { group } from './group.ts'
import type { Kind, KindName, Shape } from './kind.ts'
import { list } from './list.ts'
import { longText } from './longText.ts'
import { money } from './money.ts'
import { nationalId } from './nationalId.ts'
import { number } from './number.ts'
import { phone } from './phone.ts'
import { radio } from './radio.ts'
import { select } from './select.ts'
import { severalOf } from './severalOf.ts'
import { text } from './text.ts'
import { yesNo } from './yesNo.ts'

/** Where several fit, the first is meant. */
const IN_ORDER: readonly Kind[] = [
  severalOf,
  files,
  list,
  file,
  money,
  address,
  personName,
  group,
  radio,
  select,
  declaration,
  yesNo,
  number,
  date,
  email,
  nationalId,
  iban,
  phone,
  time,
  longText,
  text,
]

export const KINDS: Readonly<Record<KindName, Kind>> = {
  address,
  file,
  files,
  iban,
  location,
  personName,
  search,
  signature,
  table,
  time,
  date,
  declaration,
  email,
  group,
  list,
  longText,
  money,
  nationalId,
  number,
  phone,
  radio,
  select,
  severalOf,
  text,
  yesNo,
}

/** The one the layout names under "widget", or the first that fits. */
export function kindOf(shape: Shape): KindName {
  const { widget } = shape.options
  if (isWidget(widget)) return widget
  return IN_ORDER.find((it) => it.fits(shape))?.name ?? 'text'
}

/** Lists whose entries are asked for one by one. */
export const isList = (kind: KindName): boolean => kind === 'list' || kind === 'table'

/** Objects whose inner fields are asked for one by one. */
export const isGroup = (kind: KindName): boolean => kind === 'group' || kind === 'address' || kind === 'personName'
