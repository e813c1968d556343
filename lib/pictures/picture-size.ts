/** The size that the large networks ask for (1.91 : 1). */
export const PICTURE_WIDTH = 1200;
export const PICTURE_HEIGHT = 630;
