import { describe, expect, test } from 'vitest';
import { answerRequest, PAGE_ADDRESS } from '../../src/print/page-files.ts';
import { samplePage } from './samples.ts';

const page = samplePage(['<p>Hello</p>'], {
  assets: { 'assets/theme.css': 'p{color:red}', 'media/a b.SVG': '<svg/>', 'media/data.bin': 'x', '100%': 'y' },
});

describe('answerRequest', () => {
  test('answers with the page, whose scripts may not run', () => {
    const { response, finding } = answerRequest(PAGE_ADDRESS, page);
    expect(response).toMatchObject({ status: 200, contentType: 'text/html; charset=utf-8', body: page.html });
    expect(response?.headers['content-security-policy']).toContain("script-src 'none'");
    expect(finding).toBeNull();
  });

  test.each([
    ['a style sheet', 'assets/theme.css', 'text/css; charset=utf-8', 'assets/theme.css'],
    ['a name with a space, whatever the case of its end', 'media/a%20b.SVG', 'image/svg+xml', 'media/a b.SVG'],
    ['a file of a kind that it does not know', 'media/data.bin?x=1#y', 'application/octet-stream', 'media/data.bin'],
    ['a name that is no percent code', '100%', 'application/octet-stream', '100%'],
  ])('answers with %s', (_title, path, contentType, asset) => {
    expect(answerRequest(PAGE_ADDRESS + path, page)).toMatchObject({
      response: { contentType, body: page.assets.get(asset) },
      finding: null,
    });
  });

  test.each([
    ['a file that the page does not have', `${PAGE_ADDRESS}assets/gone.css`, 'missing-asset', 'assets/gone.css'],
    ['a path that leads out', `${PAGE_ADDRESS}../../etc/passwd`, 'missing-asset', 'etc/passwd'],
    ['a network', 'https://example.org/a.css', 'refused-request', 'https://example.org/a.css'],
    ['a name that only begins like its own', 'http://rostrum.invalid.example.org/', 'refused-request', 'example.org'],
    ['a file of the machine', 'file:///etc/passwd', 'refused-request', 'file:///etc/passwd'],
  ])('refuses %s', (_title, address, rule, named) => {
    const { response, finding } = answerRequest(address, page);
    expect(response).toBeNull();
    expect(finding?.rule).toBe(rule);
    expect(finding?.message).toContain(named);
  });

  test("refuses a browser's question for an icon without a word", () => {
    expect(answerRequest(`${PAGE_ADDRESS}favicon.ico`, page)).toEqual({ response: null, finding: null });
  });
});
