import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"87003","description":"更新 IM 群属性失败。 查看 IM 中同名的群组：是否存在，群类型是否允许该操作。","frontmatter":{"title":"87003","description":"更新 IM 群属性失败。 查看 IM 中同名的群组：是否存在，群类型是否允许该操作。","code":"87003","prev":false,"next":false},"headers":[],"relativePath":"zh/codes/87003.md","filePath":"zh/codes/87003.md"}');
const _sfc_main = { name: "zh/codes/87003.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="87003" tabindex="-1">87003 <a class="header-anchor" href="#87003" aria-label="Permalink to &quot;87003&quot;">​</a></h1><p><a href="/usersig/codes/87003.html">English</a> · <strong>中文</strong></p><p><strong>由谁返回:</strong> TUIRoomKit 服务端接口</p><p>更新 IM 群属性失败。</p><h2 id="处理办法" tabindex="-1">处理办法 <a class="header-anchor" href="#处理办法" aria-label="Permalink to &quot;处理办法&quot;">​</a></h2><p>查看 IM 中同名的群组：是否存在，群类型是否允许该操作。</p><p>出处: <a href="https://cloud.tencent.com/document/product/1690/102911" target="_blank" rel="noreferrer">cloud.tencent.com/document/product/1690/102911</a></p><p>-87003 与 87003 相同：原生 SDK 会在服务端错误码前面加上负号。</p><h2 id="找出您遇到的是哪一种原因" tabindex="-1">找出您遇到的是哪一种原因 <a class="header-anchor" href="#找出您遇到的是哪一种原因" aria-label="Permalink to &quot;找出您遇到的是哪一种原因&quot;">​</a></h2><p>把 UserSig、日志里的一行或者错误码粘贴进去。票据和密钥都不会离开您的电脑。</p><div class="language-sh vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">sh</span><pre class="shiki shiki-themes github-light-high-contrast github-dark-high-contrast vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#702C00;--shiki-dark:#FFB757;">npx</span><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;"> usersig</span><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;"> doctor</span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;"> 87003</span></span>
<span class="line"><span style="--shiki-light:#702C00;--shiki-dark:#FFB757;">npx</span><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;"> usersig</span><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;"> doctor</span><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;"> &#39;eJw…&#39;</span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;"> --key-file</span><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;"> .env</span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;"> --user</span><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;"> alice</span></span></code></pre></div><p>也可以在浏览器里诊断：<a href="/console/" target="_self">控制台</a>。 <a href="/usersig/zh/codes/">全部错误码</a></p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("zh/codes/87003.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const _87003 = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  _87003 as default
};
