import { escapeHtml } from '../../text/html.ts';
import type { PdfFile } from './file.ts';
import { type PdfRef, type PdfValue, pdfDict, pdfName, pdfText, textOf } from './syntax.ts';

/** What a PDF says of itself. '' where there is nothing to say. */
export interface PdfMetadata {
  readonly title: string;
  readonly author: string;
  readonly subject: string;
  /** A BCP 47 tag. */
  readonly lang: string;
  /** The program that made it: `Rostrum 0.1.0`. */
  readonly creator: string;
  /** When it was made, as far as anyone is told; `null` for no date at all. Never the clock: same input, same bytes. */
  readonly date: Date | null;
}

/** Writes the information dictionary anew, keeping only the name of the browser's PDF writer (Producer). */
export function writeInfo(file: PdfFile, metadata: PdfMetadata): void {
  const entries: [string, PdfValue][] = [
    ['Title', pdfText(metadata.title)],
    ['Author', pdfText(metadata.author)],
    ['Subject', pdfText(metadata.subject)],
    ['Creator', pdfText(metadata.creator)],
    ['Producer', pdfText(producerOf(file))],
  ];
  if (metadata.date) {
    const date = pdfText(pdfDate(metadata.date));
    entries.push(['CreationDate', date], ['ModDate', date]);
  }
  file.set(file.info, new Map(entries.filter(([, value]) => textOf(value) !== '')));
}

/**
 * Adds the same as XMP (ISO 16684-1), in a stream that is not compressed, so that search tools can read it.
 * `isForAll` claims that the file meets PDF/UA-1 (ISO 14289-1, 5).
 */
export function addXmp(file: PdfFile, metadata: PdfMetadata, isForAll: boolean): PdfRef {
  const dict = pdfDict({ Type: pdfName('Metadata'), Subtype: pdfName('XML') });
  return file.addStream(dict, Buffer.from(xmpPacket(metadata, producerOf(file), isForAll), 'utf8'));
}

function producerOf(file: PdfFile): string {
  return textOf(file.dict(file.info).get('Producer'));
}

/** A date in PDF's form (ISO 32000-1, 7.9.4), in UTC. */
function pdfDate(date: Date): string {
  return `D:${date.toISOString().slice(0, 19).replace(/[-:T]/g, '')}Z`;
}

function xmpPacket(metadata: PdfMetadata, producer: string, isForAll: boolean): string {
  const date = metadata.date ? `${metadata.date.toISOString().slice(0, 19)}Z` : '';
  const properties = [
    '<dc:format>application/pdf</dc:format>',
    property('dc:title', 'Alt', ' xml:lang="x-default"', metadata.title),
    property('dc:creator', 'Seq', '', metadata.author),
    property('dc:description', 'Alt', ' xml:lang="x-default"', metadata.subject),
    property('dc:language', 'Bag', '', metadata.lang),
    element('xmp:CreatorTool', metadata.creator),
    element('xmp:CreateDate', date),
    element('xmp:ModifyDate', date),
    element('pdf:Producer', producer),
    isForAll ? '<pdfuaid:part xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">1</pdfuaid:part>' : '',
  ].filter((line) => line !== '');
  return `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
${properties.join('\n')}
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>`;
}

function element(name: string, text: string): string {
  return text === '' ? '' : `<${name}>${escapeHtml(text)}</${name}>`;
}

function property(name: string, list: 'Alt' | 'Seq' | 'Bag', attributes: string, text: string): string {
  if (text === '') return '';
  return `<${name}><rdf:${list}><rdf:li${attributes}>${escapeHtml(text)}</rdf:li></rdf:${list}></${name}>`;
}
