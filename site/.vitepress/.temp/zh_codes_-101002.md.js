import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"-101002 ERR_SERVER_ACC_SIGN_TIMEOUT","description":"签名超时。 向业务服务端重新获取 UserSig，再用它登录。","frontmatter":{"title":"-101002 ERR_SERVER_ACC_SIGN_TIMEOUT","description":"签名超时。 向业务服务端重新获取 UserSig，再用它登录。","code":"-101002","prev":false,"next":false},"headers":[],"relativePath":"zh/codes/-101002.md","filePath":"zh/codes/-101002.md"}');
const _sfc_main = { name: "zh/codes/-101002.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="-101002" tabindex="-1">-101002 <a class="header-anchor" href="#-101002" aria-label="Permalink to &quot;-101002&quot;">​</a></h1><p><a href="/usersig/codes/-101002.html">English</a> · <strong>中文</strong></p><p>又写作: <code>ERR_SERVER_ACC_SIGN_TIMEOUT</code></p><p><strong>由谁返回:</strong> TRTC 原生 SDK</p><p>签名超时。</p><h2 id="处理办法" tabindex="-1">处理办法 <a class="header-anchor" href="#处理办法" aria-label="Permalink to &quot;处理办法&quot;">​</a></h2><p>向业务服务端重新获取 UserSig，再用它登录。</p><h2 id="可能的原因最常见的在前" tabindex="-1">可能的原因，最常见的在前 <a class="header-anchor" href="#可能的原因最常见的在前" aria-label="Permalink to &quot;可能的原因，最常见的在前&quot;">​</a></h2><ol><li><strong>客户端使用的 UserSig 已经过期，例如之前保存下来的。</strong> 每次登录前向业务服务端重新获取 UserSig，再用它登录。</li></ol><p>出处: <a href="https://trtc.io/document/35142" target="_blank" rel="noreferrer">trtc.io/document/35142</a>; <a href="https://cloud.tencent.com/document/product/647/32257" target="_blank" rel="noreferrer">cloud.tencent.com/document/product/647/32257</a>; TXLiteAVCode.h</p><h2 id="找出您遇到的是哪一种原因" tabindex="-1">找出您遇到的是哪一种原因 <a class="header-anchor" href="#找出您遇到的是哪一种原因" aria-label="Permalink to &quot;找出您遇到的是哪一种原因&quot;">​</a></h2><p>把 UserSig、日志里的一行或者错误码粘贴进去。票据和密钥都不会离开您的电脑。</p><div class="language-sh vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">sh</span><pre class="shiki shiki-themes github-light-high-contrast github-dark-high-contrast vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#702C00;--shiki-dark:#FFB757;">npx</span><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;"> usersig</span><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;"> doctor</span><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;"> &#39;-101002&#39;</span></span>
<span class="line"><span style="--shiki-light:#702C00;--shiki-dark:#FFB757;">npx</span><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;"> usersig</span><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;"> doctor</span><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;"> &#39;eJw…&#39;</span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;"> --key-file</span><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;"> .env</span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;"> --user</span><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;"> alice</span></span></code></pre></div><p>也可以在浏览器里诊断：<a href="/console/" target="_self">控制台</a>。 <a href="/usersig/zh/codes/">全部错误码</a></p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("zh/codes/-101002.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const _101002 = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  _101002 as default
};
