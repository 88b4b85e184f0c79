import { acceptOf, kindOf, problemOf } from './file-choice';

const file = (name: string, type: string, size = 1_000) => ({ name, type, size });

describe('a chosen file', () => {
  it('is sorted by what the device says', () => {
    expect([kindOf(file('a.jpg', 'image/jpeg')), kindOf(file('a.MP4', '')), kindOf(file('a.docx', '')), kindOf(file('a.pdf', 'application/pdf'))]).toEqual(['picture', 'video', 'document', 'document']);
  });

  it('is not sent when it can only be refused', () => {
    expect(problemOf(file('a.jpg', 'image/jpeg'))).toBeNull();
    expect(problemOf(file('a.docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'))).toBeNull();
    expect(problemOf(file('a.jpg', 'image/jpeg', 0))).toEqual({ words: 'files.problem.empty' });
    expect(problemOf(file('a.jpg', 'image/jpeg', 30_000_000))).toEqual({ words: 'files.problem.tooLarge', most: 20 });
    expect(problemOf(file('a.exe', 'application/x-msdownload'))).toEqual({ words: 'files.problem.type' });
    expect(problemOf(file('a.svg', 'image/svg+xml'))).toEqual({ words: 'files.problem.type' });
    expect(problemOf(file('a.HEIC', ''))).toEqual({ words: 'files.refused.heic' });
  });

  it('can be a document or a picture in the dialog', () => {
    expect(acceptOf(['picture'])).toBe('image/jpeg,image/png,image/webp,image/avif,image/gif');
    expect(acceptOf()).toContain('.docx');
  });
});
