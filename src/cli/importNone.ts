/** What somebody says where deals are to have no currency, or nobody's name. */
export const NONE = 'none';
