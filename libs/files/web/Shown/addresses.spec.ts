import { fileAddress, pictureSizes } from './addresses';

describe('addresses of a picture', () => {
  it('are of sizes that exist', () => {
    expect(pictureSizes(300)).toEqual([{ size: '480', width: 300 }]);
    expect(pictureSizes(480)).toEqual([{ size: '480', width: 480 }]);
    expect(pictureSizes(1400)).toEqual([{ size: '480', width: 480 }, { size: '960', width: 960 }, { size: '1920', width: 1400 }]);
  });

  it('change with the picture', () => {
    expect(fileAddress({ fileId: 'a', revision: 1 }, '480')).toBe('/files/a/480');
    expect(fileAddress({ fileId: 'a', revision: 2 }, '480')).toBe('/files/a/480?v=2');
  });
});
