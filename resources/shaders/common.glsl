const int TABLE_WIDTH = 2048;

ivec2 cell(uint row) { return ivec2(int(row) % TABLE_WIDTH, int(row) / TABLE_WIDTH); }
