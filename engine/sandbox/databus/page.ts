/** The page that says what this is: a double of the data bus, with the registers and people one can try. Arabic first. */
import people from './registries/people.json' with { type: 'json' }
import type { Registry } from './registries/registry.ts'
import type { Reply } from './reply.ts'

const PURPOSES: Readonly<Record<string, string>> = {
  nationalId: 'رقم الهوية · Identity number',
  name: 'الاسم · Name',
  purpose: 'تصلح لتجربة · Good for trying',
}

export function homePage(registries: readonly Registry[]): Reply {
  const html = `<!doctype html>
<html lang="ar" dir="rtl"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>ناقل البيانات: نسخة تجريبية · Data bus double</title>
<style>body{font-family:sans-serif;max-inline-size:60rem;margin:2rem auto;padding:0 1rem;line-height:1.6}
table{border-collapse:collapse;inline-size:100%}td,th{border-block-end:1px solid #ccc;padding:.4rem;text-align:start}
.en{direction:ltr;unicode-bidi:isolate}.warn{background:#fff3cd;padding:.7rem}</style></head><body>
<h1>ناقل البيانات الحكومي: نسخة تجريبية</h1>
<p class="warn">هذه نسخة للتجربة، وكل الأشخاص والأحكام والوكالات فيها من نسج الخيال.<br>
<span class="en" lang="en">This is a double of the data bus for trying. All people and papers in it are made up.</span></p>
<h2>السجلات · <span class="en" lang="en">Registers</span></h2><ul>${registries.map(registerItem).join('')}</ul>
<h2>الأشخاص · <span class="en" lang="en">People</span></h2>
<table><thead><tr>${Object.values(PURPOSES)
    .map((it) => `<th scope="col">${it}</th>`)
    .join('')}</tr></thead><tbody>${people.people.map(personRow).join('')}</tbody></table>
<p>رقم صحيح غير مسجل · <span class="en" lang="en">a well-formed number that is not registered</span>:
<code>${people.unknownNationalId}</code></p></body></html>`
  return { status: 200, headers: { 'Content-Type': 'text/html;charset=utf-8' }, body: Buffer.from(html, 'utf8') }
}

const registerItem = (it: Registry): string =>
  `<li>${escaped(it.title.ar)} · <span class="en" lang="en">${escaped(it.title.en)}</span>: ${it.services
    .map((service) => `<code class="en">${escaped(`${it.provider}/${service.code}/v1`)}</code>`)
    .join('، ')}</li>`

function personRow(person: (typeof people.people)[number]): string {
  const { ar, en } = person.name
  return `<tr><td><code>${person.nationalId ?? `${person.passportNo ?? ''} ${person.nationality ?? ''}`}</code></td>
<td>${escaped(`${ar.first} ${ar.father} ${ar.family}`)}<br><span class="en" lang="en">${escaped(`${en.first} ${en.family}`)}</span></td>
<td>${escaped(person.purpose.ar)}<br><span class="en" lang="en">${escaped(person.purpose.en)}</span></td></tr>`
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
