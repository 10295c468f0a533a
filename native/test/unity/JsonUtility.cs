using System;
using System.Web.Script.Serialization;

namespace UnityEngine
{
    /// <summary>What is used of Unity's own class, which comes with the editor alone.</summary>
    public static class JsonUtility
    {
        public static T FromJson<T>(string json)
        {
            try
            {
                return new JavaScriptSerializer().Deserialize<T>(json);
            }
            catch (InvalidOperationException error)
            {
                throw new ArgumentException("JSON parse error", error);
            }
        }
    }
}
