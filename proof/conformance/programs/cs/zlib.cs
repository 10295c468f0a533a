// The names that the official program knows, on the edition of zlib.net whose sources are on GitHub.
namespace ComponentAce.Compression.Libs.zlib
{
    public static class zlibConst
    {
        public const int Z_DEFAULT_COMPRESSION = Zlib.ZlibConst.Z_DEFAULT_COMPRESSION;
    }

    public class ZOutputStream : Zlib.ZOutputStream
    {
        public ZOutputStream(System.IO.Stream output, int level) : base(output, level) { }

        public void finish() { Finish(); }
    }
}
